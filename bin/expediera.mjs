#!/usr/bin/env node
/** The `expediera` command: installs what is missing, then goes on with the project's own Node. */
import { join } from 'node:path';
import { ensureInstalled, root, runOwnNode } from './bootstrap.mjs';

ensureInstalled();
const main = join(root, 'cli', 'main.ts');
process.exit(await runOwnNode(['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)]));
