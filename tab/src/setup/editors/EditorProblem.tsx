import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({ root: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 } });

/** What the server has against a structured field. */
export function EditorProblem({ text }: { readonly text: string | undefined }) {
  const styles = useStyles();
  if (!text) return null;
  return (
    <span role="alert" className={styles.root}>
      {text}
    </span>
  );
}
