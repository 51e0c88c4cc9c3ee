package dev.flightboard.http;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.fanout.Frame;
import dev.flightboard.fanout.States;
import dev.flightboard.flight.FlightState;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Frames as the states of flights that they tell, one after the other, to one reader: nothing is queued for it beyond the
 * frame that it is at, and the next one holds the newest of what it missed. Owned by the connection's event loop. Whatever
 * is thrown here ends this stream alone, and it ends exactly once.
 */
final class StateStream implements MultiSubscriber<Frame>, Subscription {

    private static final Logger LOG = Logger.getLogger(StateStream.class);

    /** Who reads the states. */
    interface Reader {

        boolean isGone();

        /** It was handed a state, and its socket has taken the one before. */
        void told();

        /** Ends its connection, whatever is still to be written. */
        void cut();

        /** Is called once. */
        void ended(EndReason reason);
    }

    private final ScheduledExecutorService loop;
    private final FlightboardConfig.Stream settings;
    private final Reader reader;
    private final MultiSubscriber<? super FlightState> downstream;
    private final Future<?> rotation;
    private Subscription upstream;
    private Iterator<FlightState> states = Collections.emptyIterator();
    private long demand;
    private long progress;
    private boolean begun;
    private boolean awaiting;
    private boolean emitting;
    private boolean watched;
    private boolean ended;

    private StateStream(
            ScheduledExecutorService loop,
            FlightboardConfig.Stream settings,
            Reader reader,
            MultiSubscriber<? super FlightState> downstream) {
        this.loop = loop;
        this.settings = settings;
        this.reader = reader;
        this.downstream = downstream;
        this.rotation =
                loop.schedule(() -> complete(EndReason.ROTATION), Rotation.millis(settings), TimeUnit.MILLISECONDS);
    }

    /** To be subscribed to once, on that event loop. */
    static Multi<FlightState> of(
            Multi<Frame> frames, ScheduledExecutorService loop, FlightboardConfig.Stream settings, Reader reader) {
        return new AbstractMulti<>() {
            @Override
            public void subscribe(MultiSubscriber<? super FlightState> downstream) {
                StateStream states = new StateStream(loop, settings, reader, downstream);
                downstream.onSubscribe(states);
                frames.subscribe().withSubscriber(states);
            }
        };
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        upstream = subscription;
        if (ended) upstream.cancel();
        else emit();
    }

    @Override
    public void request(long more) {
        demand += more;
        progress++;
        emit();
    }

    @Override
    public void onItem(Frame frame) {
        awaiting = false;
        States told = frame.states();
        if (told.isReset() && begun) {
            // Whoever reads states alone cannot be told to forget: it comes back, and begins anew.
            complete(EndReason.RESET);
            return;
        }
        begun |= told.isReset();
        states = told.iterator();
        emit();
    }

    /** As much as is asked for; called again meanwhile, the first call goes on. */
    private void emit() {
        if (emitting || upstream == null) return;
        emitting = true;
        try {
            while (demand > 0 && !ended && emitNext()) {}
        } catch (RuntimeException | Error failed) {
            onFailure(failed);
        } finally {
            emitting = false;
        }
        if (demand == 0 && !ended) expectProgress();
    }

    private boolean emitNext() {
        if (reader.isGone()) {
            cancel();
        } else if (states.hasNext()) {
            demand--;
            reader.told();
            downstream.onItem(states.next());
        } else if (awaiting) {
            return false;
        } else {
            awaiting = true;
            upstream.request(1);
        }
        return true;
    }

    /** A slow reader is served for as long as it reads at all. */
    private void expectProgress() {
        if (watched) return;
        watched = true;
        long before = progress;
        loop.schedule(
                () -> {
                    watched = false;
                    if (ended || demand > 0) return;
                    if (progress != before) {
                        expectProgress();
                    } else {
                        end(EndReason.WRITE_TIMEOUT);
                        reader.cut();
                    }
                },
                settings.writeTimeout().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void onCompletion() {
        complete(EndReason.DRAIN);
    }

    @Override
    public void onFailure(Throwable failure) {
        if (!ended) LOG.error("A stream of states failed", failure);
        complete(EndReason.FAILURE);
    }

    @Override
    public void cancel() {
        end(EndReason.CLIENT_CLOSED);
    }

    private void complete(EndReason reason) {
        if (ended) return;
        end(reason);
        downstream.onCompletion();
    }

    private void end(EndReason reason) {
        if (ended) return;
        ended = true;
        rotation.cancel(false);
        try {
            if (upstream != null) upstream.cancel();
        } finally {
            reader.ended(reason);
        }
    }
}
