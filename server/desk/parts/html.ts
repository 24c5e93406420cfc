/** A piece of a page. Text put into a template is escaped by it; pieces made by it are not escaped twice. */
import type { html } from 'hono/html';

export type Html = ReturnType<typeof html> | string;
