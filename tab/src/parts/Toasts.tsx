import { Link, Toast, ToastBody, Toaster, ToastTitle, ToastTrigger, useToastController } from '@fluentui/react-components';
import { useEffect } from 'react';
import { useStore } from '../lib/store';
import { notices, type Notice } from './notices';

const TOASTER = 'bellhop';
const READ_MS = 6_000;
/** Long enough to act on: trouble, and what can still be undone. */
const ACT_MS = 15_000;

/** Shows notices one above the other. */
export default function Toasts() {
  const { dispatchToast } = useToastController(TOASTER);
  const waiting = useStore(notices);
  useEffect(() => {
    if (waiting.length === 0) return;
    notices.set([]);
    for (const notice of waiting) {
      const { intent = 'success' } = notice;
      const isTrouble = intent === 'error' || intent === 'warning';
      const timeout = isTrouble || notice.action ? ACT_MS : READ_MS;
      dispatchToast(<Shown notice={notice} />, { intent, timeout, politeness: isTrouble ? 'assertive' : 'polite', pauseOnHover: true, pauseOnWindowBlur: true });
    }
  }, [waiting, dispatchToast]);
  return <Toaster toasterId={TOASTER} position="bottom-end" />;
}

function Shown({ notice: { title, body, action } }: { readonly notice: Notice }) {
  return (
    <Toast>
      <ToastTitle
        action={
          action ? (
            <ToastTrigger>
              <Link as="button" onClick={() => action.run()}>
                {action.label}
              </Link>
            </ToastTrigger>
          ) : null
        }
      >
        {title}
      </ToastTitle>
      {body && <ToastBody>{body}</ToastBody>}
    </Toast>
  );
}
