import { AppError } from '../../../shared/kernel';
import { CliError } from '../cli-error';

/** What is wrong with a backup or with the store it goes to, as a sentence that says what to do. */
export async function saying<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof AppError) || !/^(backup|restore)\./.test(error.code)) throw error;
    throw new CliError(`error.${error.code}`, { file, detail: error.detail ?? '' });
  }
}
