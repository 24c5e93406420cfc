/**
 * Calls on a connection that has been closed. The SDK tries a failed call again after a pause that nothing ends: when the
 * connection was closed meanwhile, the try throws where nobody can catch it, and ends the program.
 */
import type { ConnectionOptions } from '@temporalio/client';

type Interceptor = NonNullable<ConnectionOptions['interceptors']>[number];
type Call = ReturnType<Interceptor>;

/** google.rpc.Code: CANCELLED */
const CANCELLED = 1;

/** To stand after the interceptor that tries again. */
export function endingWhen(isClosed: () => boolean): Interceptor {
  return (options, nextCall) => (isClosed() ? endedCall() : (nextCall(options) as Call));
}

/** A call that says at once that it was called off. */
function endedCall(): Call {
  const nothing = (): void => {};
  const call: Pick<Call, 'start' | 'cancelWithStatus' | 'getPeer' | 'sendMessage' | 'halfClose'> = {
    start(metadata, listener) {
      const status = { code: CANCELLED, details: 'the connection was closed', metadata };
      setImmediate(() => {
        // a message always comes before the status, and be it none
        listener?.onReceiveMessage?.(null);
        listener?.onReceiveStatus?.(status);
      });
    },
    cancelWithStatus: nothing,
    getPeer: () => '',
    sendMessage: nothing,
    halfClose: nothing,
  };
  return { ...call, startRead: nothing, sendMessageWithContext: nothing } as unknown as Call;
}
