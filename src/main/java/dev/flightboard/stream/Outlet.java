package dev.flightboard.stream;

import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;

/**
 * Writes frames to one HTTP response, and asks for the next when the socket has room: what a browser does not read is
 * never queued beyond its socket's buffer. Owned by the connection's event loop.
 */
final class Outlet implements MultiSubscriber<Frame> {

    private final HttpServerResponse response;
    private final Consumer<EndReason> onEnd;
    private Subscription frames;
    private boolean full;
    private boolean ended;

    Outlet(HttpServerResponse response, Consumer<EndReason> onEnd) {
        this.response = response;
        this.onEnd = onEnd;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        frames = subscription;
        response.closeHandler(closed -> end(EndReason.CLIENT_CLOSED));
        response.exceptionHandler(failed -> end(EndReason.CLIENT_CLOSED));
        response.drainHandler(drained -> {
            if (full) frames.request(1);
            full = false;
        });
        frames.request(1);
    }

    @Override
    public void onItem(Frame frame) {
        if (ended) return;
        response.write(frame.bytes());
        full = response.writeQueueFull();
        if (!full) frames.request(1);
    }

    @Override
    public void onCompletion() {
        response.end();
        end(EndReason.DRAIN);
    }

    @Override
    public void onFailure(Throwable failure) {
        response.end();
        end(EndReason.CLIENT_CLOSED);
    }

    private void end(EndReason reason) {
        if (ended) return;
        ended = true;
        frames.cancel();
        onEnd.accept(reason);
    }
}
