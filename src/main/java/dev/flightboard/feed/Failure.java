package dev.flightboard.feed;

import java.nio.file.FileSystemException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Describes a failure of a Kafka client in one line: all its causes down to the root, and what to do where that is known. */
final class Failure {

    // A bound: a chain of causes can be a circle.
    private static final int DEEPEST = 20;

    private Failure() {}

    static String of(Throwable failed) {
        Set<String> texts = new LinkedHashSet<>();
        Throwable each = failed;
        for (int depth = 0; each != null && depth < DEEPEST; depth++, each = each.getCause()) {
            String text = text(each);
            // Many exceptions repeat the words of their cause.
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
        // A message that Java made from the cause says nothing of its own.
        if (cause != null && message.equals(cause.toString())) return "";
        // Kafka's messages are sentences. Those about a file or a class are only its name, so the exception's
        // name is added.
        boolean saysLittle =
                failure instanceof FileSystemException || failure instanceof LinkageError || !message.contains(" ");
        return saysLittle ? name + " " + message : message;
    }
}
