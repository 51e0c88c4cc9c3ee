package dev.flightboard.feed;

import java.nio.file.FileSystemException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** A failure of a Kafka client in one line: from what was tried down to its root, and what to do where that is known. */
final class Failure {

    // A chain of causes can be a circle.
    private static final int DEEPEST = 20;

    private Failure() {}

    static String of(Throwable failed) {
        Set<String> texts = new LinkedHashSet<>();
        Throwable each = failed;
        for (int depth = 0; each != null && depth < DEEPEST; depth++, each = each.getCause()) {
            String text = text(each);
            // Many wrap a cause and repeat its words.
            if (!text.isEmpty() && texts.stream().noneMatch(said -> said.contains(text))) texts.add(text);
        }
        String all = String.join(": ", texts).replaceAll("\\s+", " ");
        return Advice.on(all).map(advice -> all + " (" + advice + ")").orElse(all);
    }

    private static String text(Throwable failure) {
        boolean isWrapping = failure instanceof CompletionException || failure instanceof ExecutionException;
        if (isWrapping && failure.getCause() != null) return "";
        String name = failure.getClass().getSimpleName();
        String message = failure.getMessage();
        if (message == null) return name;
        Throwable cause = failure.getCause();
        // Made of the cause alone.
        if (cause != null && message.equals(cause.toString())) return "";
        // Kafka's own say in words what they are; of a file or a class, others say the name and nothing else.
        boolean saysLittle =
                failure instanceof FileSystemException || failure instanceof LinkageError || !message.contains(" ");
        return saysLittle ? name + " " + message : message;
    }
}
