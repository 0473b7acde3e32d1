export const levelCli = {};
