/** An EventSource that tells what a test has it tell. */
export class FakeSource extends EventTarget {
  static opened: FakeSource[] = [];

  static last(): FakeSource {
    const last = FakeSource.opened.at(-1);
    if (!last) throw new Error('No stream was opened');
    return last;
  }

  closed = false;
  onopen?: () => void;
  onerror?: () => void;

  constructor(readonly url: string) {
    super();
    FakeSource.opened.push(this);
  }

  close(): void {
    this.closed = true;
  }

  tell(type: string, content: object, lastEventId = ''): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(content), lastEventId }));
  }

  fail(): void {
    this.onerror?.();
  }
}
