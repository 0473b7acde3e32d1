import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';

interface Props {
  readonly title?: string;
  readonly text: string;
  readonly className?: string;
  readonly action?: { readonly label: string; run(): void };
}

/** A bar that says what is not as it should be. */
export default function Notice({ title, text, className, action }: Props) {
  return (
    <MessageBar intent="warning" role="status" {...(className && { className })}>
      <MessageBarBody>
        {title && <MessageBarTitle>{title}</MessageBarTitle>} {text}
      </MessageBarBody>
      {action && (
        <MessageBarActions>
          <Button size="small" onClick={() => action.run()}>
            {action.label}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
