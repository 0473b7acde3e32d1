import { Popover, PopoverSurface } from '@fluentui/react-components';
import { PickList, type PickOption } from './PickList';

interface Props {
  readonly target: HTMLElement;
  readonly label: string;
  readonly options: readonly PickOption[];
  readonly chosenId: string;
  onPick(id: string): void;
  onClose(): void;
}

/** A list to pick from under the button that opened it. */
export default function PickPopover({ target, label, options, chosenId, onPick, onClose }: Props) {
  return (
    <Popover open onOpenChange={(_event, data) => !data.open && onClose()} positioning={{ target, position: 'below', align: 'start' }} trapFocus>
      <PopoverSurface aria-label={label}>
        <PickList label={label} options={options} chosenId={chosenId} onPick={onPick} />
      </PopoverSurface>
    </Popover>
  );
}
