import { createRoot } from 'react-dom/client';
import { reloadWhenOutdated } from './shell/outdated';
import { Root } from './shell/Root';

reloadWhenOutdated();
const element = document.getElementById('root');
if (element) createRoot(element).render(<Root />);
