/** The environment names a Temporal cluster; told without loading anything of Temporal's. */
export const namesCluster = (env: NodeJS.ProcessEnv = process.env): boolean =>
  Boolean(env.TEMPORAL_ADDRESS || env.TEMPORAL_PROFILE || env.TEMPORAL_CONFIG_FILE);
