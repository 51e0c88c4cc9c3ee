package dev.flightboard.fanout;

import dev.flightboard.support.Block;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Flow.Subscription;

/** Takes frames and keeps them. */
final class Browser implements MultiSubscriber<Frame> {

    final List<Frame> frames = new ArrayList<>();

    /** Whether it asks for one more with each frame, as one whose socket has room does. */
    boolean asksAgain;

    /** What happens while it is told a frame. */
    Runnable meanwhile = () -> {};

    boolean ended;
    private Subscription subscription;

    /** One line an event: its name, or the flight's id, and what it says. */
    List<String> events() {
        return frames.stream()
                .flatMap(each -> Arrays.stream(text(each).split("\n\n")))
                .map(Block::new)
                .map(Browser::told)
                .toList();
    }

    static String text(Frame frame) {
        return frame.text().payload().toString(StandardCharsets.UTF_8);
    }

    private static String told(Block block) {
        return switch (block.event()) {
            case "" ->
                block.json().path("id").asText() + " "
                        + block.json().path("state").asText();
            case "live" -> "live " + block.json().path("flights");
            case "stale" -> "stale " + block.json().path("since").asText();
            default -> block.event() + " " + block.data();
        };
    }

    @Override
    public void onSubscribe(Subscription newSubscription) {
        subscription = newSubscription;
    }

    @Override
    public void onItem(Frame frame) {
        frames.add(frame);
        if (frames.size() > 100) throw new AssertionError("a flood");
        meanwhile.run();
        if (asksAgain) subscription.request(1);
    }

    /** For a first frame. */
    void ask() {
        subscription.request(1);
    }

    void leave() {
        subscription.cancel();
    }

    @Override
    public void onFailure(Throwable failure) {
        throw new AssertionError(failure);
    }

    @Override
    public void onCompletion() {
        ended = true;
    }
}
