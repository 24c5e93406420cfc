/**
 * Calls that outlive their connection. The SDK tries a call again after a pause, and a pause that ends when the connection is
 * closed would throw where nobody can catch it and end the process: at a stop while the server is away.
 */
import type { ConnectionOptions } from '@temporalio/client';

type Interceptor = NonNullable<ConnectionOptions['interceptors']>[number];
type Call = ReturnType<Interceptor>;

/** gRPC's status: nobody waits for an answer any more. */
const CANCELLED = 1;

/** Answers calls by itself once the connection is closed. To stand behind what tries again. */
export const unlessClosed =
  (isClosed: () => boolean): Interceptor =>
  (options, nextCall) =>
    isClosed() ? closedCall() : (nextCall(options) as Call);

function closedCall(): Call {
  const nothing = (): void => {};
  const call: Pick<
    Call,
    'start' | 'cancelWithStatus' | 'getPeer' | 'sendMessage' | 'startRead' | 'halfClose'
  > = {
    start(metadata, listener) {
      listener?.onReceiveMessage?.(null);
      listener?.onReceiveStatus?.({ code: CANCELLED, details: 'the connection is closed', metadata });
    },
    ...{ cancelWithStatus: nothing, sendMessage: nothing, startRead: nothing, halfClose: nothing },
    getPeer: () => 'closed',
  };
  return call as Call;
}
