import { createRoot } from 'react-dom/client';
import { Root } from './shell/Root';

const element = document.getElementById('root');
if (element) createRoot(element).render(<Root />);
