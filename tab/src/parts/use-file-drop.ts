import { useEffect, useState } from 'react';
import { useStable } from '../lib/use-stable';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
const isDialogOpen = (): boolean => document.querySelector('[aria-modal="true"]') !== null;

/** Takes files dropped anywhere on the page, which would otherwise leave for the file. Tells whether one hovers. */
export function useFileDrop(onDrop: (files: FileList) => void): boolean {
  const [isHovering, setHovering] = useState(false);
  const take = useStable(onDrop);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!hasFiles(event) || isDialogOpen()) return;
      event.preventDefault();
      setHovering(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setHovering(false);
    };
    const drop = (event: DragEvent): void => {
      setHovering(false);
      if (!event.dataTransfer || !hasFiles(event) || isDialogOpen()) return;
      event.preventDefault();
      take(event.dataTransfer.files);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [take]);
  return isHovering;
}
