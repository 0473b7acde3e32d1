import { dirname, resolve } from 'node:path';

/** npm runs scripts in the folder of the package and says where the person was; files are meant from there. */
function userFolder({ INIT_CWD: folder, npm_package_json: package_ }: NodeJS.ProcessEnv): string {
  const isMoved = folder !== undefined && package_ !== undefined && dirname(package_) === process.cwd();
  return isMoved ? folder : process.cwd();
}

/** The path of a file as the person at the command line means it. */
export function userPath(file: string): string {
  return resolve(userFolder(process.env), file);
}
