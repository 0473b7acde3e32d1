import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, useMemo, type ReactNode } from 'react';
import { parseMarkdown, type Block, type Inline } from './markdown';

const useStyles = makeStyles({
  root: { lineHeight: '22px', overflowWrap: 'anywhere', '& p': { margin: '0 0 12px' }, '& ul, & ol': { margin: '0 0 12px', paddingLeft: '24px' }, '& li': { marginBottom: '6px' }, '& li > p': { margin: 0 } },
  heading: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, margin: '20px 0 8px' },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, backgroundColor: tokens.colorNeutralBackground3, padding: '1px 4px', borderRadius: tokens.borderRadiusSmall },
  pre: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, backgroundColor: tokens.colorNeutralBackground3, padding: '10px 12px', borderRadius: tokens.borderRadiusMedium, overflowX: 'auto', margin: '0 0 12px' },
  quote: { margin: '0 0 12px', padding: '2px 0 2px 14px', borderLeft: `3px solid ${tokens.colorNeutralStroke1}`, color: tokens.colorNeutralForeground2 },
});

type Styles = ReturnType<typeof useStyles>;

/** An article. Built from elements, so nothing in the text can become anything else. */
export function Markdown({ text }: { readonly text: string }) {
  const styles = useStyles();
  const blocks = useMemo(() => parseMarkdown(text), [text]);
  return <div className={styles.root}>{blocks.map((block, index) => <Fragment key={index}>{drawBlock(block, styles)}</Fragment>)}</div>;
}

function drawBlock(block: Block, styles: Styles): ReactNode {
  switch (block.kind) {
    case 'heading':
      // The title of the article is the first level of the page.
      return block.level <= 2 ? <h2 className={styles.heading}>{drawAll(block.children, styles)}</h2> : <h3 className={styles.heading}>{drawAll(block.children, styles)}</h3>;
    case 'paragraph':
      return <p>{drawAll(block.children, styles)}</p>;
    case 'quote':
      return <blockquote className={styles.quote}>{drawAll(block.children, styles)}</blockquote>;
    case 'code':
      return (
        <pre className={styles.pre} tabIndex={0}>
          {block.text}
        </pre>
      );
    case 'list': {
      const items = block.items.map((item, index) => <li key={index}>{item.map((part, place) => <Fragment key={place}>{drawBlock(part, styles)}</Fragment>)}</li>);
      return block.isOrdered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

function drawAll(parts: readonly Inline[], styles: Styles): ReactNode {
  return parts.map((part, index) => <Fragment key={index}>{drawInline(part, styles)}</Fragment>);
}

function drawInline(part: Inline, styles: Styles): ReactNode {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return <code className={styles.code}>{part.text}</code>;
    case 'bold':
      return <strong>{drawAll(part.children, styles)}</strong>;
    case 'italic':
      return <em>{drawAll(part.children, styles)}</em>;
    case 'link':
      return (
        <Link inline href={part.href} {...(part.href.startsWith('https:') && { target: '_blank', rel: 'noopener noreferrer' })}>
          {drawAll(part.children, styles)}
        </Link>
      );
  }
}
