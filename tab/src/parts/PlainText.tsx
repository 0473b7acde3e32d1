import { Link } from '@fluentui/react-components';
import { Fragment } from 'react';

const LINK = /https:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}]/g;

/** What somebody typed: text and nothing else. Only https addresses become links; line breaks stay. */
export function PlainText({ text }: { readonly text: string }) {
  const parts: React.ReactNode[] = [];
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    parts.push(<Fragment key={from}>{text.slice(from, match.index)}</Fragment>);
    parts.push(
      <Link key={match.index} inline href={match[0]} target="_blank" rel="noopener noreferrer">
        {match[0]}
      </Link>,
    );
    from = match.index + match[0].length;
  }
  parts.push(<Fragment key="end">{text.slice(from)}</Fragment>);
  return <>{parts}</>;
}
