import type { TabRequest } from '../share/protocol';
import type { Change } from '../stream/Change';

/** A SharedWorker, as a tab sees it, that says what a test has it say. */
export class FakeWorker {
  static started: FakeWorker[] = [];

  static last(): FakeWorker {
    const last = FakeWorker.started.at(-1);
    if (!last) throw new Error('No worker was asked for');
    return last;
  }

  readonly asked: TabRequest[] = [];
  onerror?: () => void;
  readonly port = {
    postMessage: (request: TabRequest) => this.asked.push(request),
    close: () => {},
    onmessage: (_: { data: readonly Change[] }) => {},
  };

  constructor() {
    FakeWorker.started.push(this);
  }

  say(...changes: Change[]): void {
    this.port.onmessage({ data: changes });
  }
}
