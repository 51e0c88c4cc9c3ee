package dev.flightboard;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The values in Kafka's settings that nobody may read in a log or a health answer; Kafka's own messages repeat some. */
final class Secrets {

    private static final String HIDDEN = "[hidden]";
    private static final String JAAS = "sasl.jaas.config";

    // What stands in a JAAS entry and is none; a mistyped entry is complained of by whichever of its words is wrong.
    private static final Pattern PUBLIC_IN_JAAS = Pattern.compile(
            "\\S*LoginModule|\\b(required|requisite|sufficient|optional)\\b|\\busername\\s*=\\s*(\"[^\"]*\"|[^\\s;]+)"
                    + "|\\b(password|clientId|clientSecret|scope|serviceName|principal|keyTab|useKeyTab|storeKey)\\s*=");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    // Below, a secret could be any part of a word: then only the whole word is hidden.
    private static final int LONG_ENOUGH = 4;

    private final List<Pattern> patterns;

    private Secrets(Set<String> secrets) {
        patterns = secrets.stream()
                .filter(each -> !each.isBlank())
                // The longest first, lest a part of it be hidden and the rest stay.
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Secrets::pattern)
                .toList();
    }

    static Secrets of(Map<String, String> settings) {
        Map<String, ConfigDef.ConfigKey> keys = ConsumerConfig.configDef().configKeys();
        Set<String> secrets = new HashSet<>();
        settings.forEach((name, value) -> {
            ConfigDef.ConfigKey key = keys.get(name);
            if (key == null || key.type != ConfigDef.Type.PASSWORD) return;
            secrets.add(value.strip());
            if (name.equals(JAAS)) addWords(secrets, value);
        });
        return new Secrets(secrets);
    }

    private static void addWords(Set<String> secrets, String jaas) {
        String rest = PUBLIC_IN_JAAS.matcher(jaas).replaceAll(" ");
        for (Matcher quoted = QUOTED.matcher(rest); quoted.find(); ) secrets.add(quoted.group(1));
        // Of a value that lacks a quote, its words: one of them may be taken for a wrong key.
        secrets.addAll(List.of(QUOTED.matcher(rest).replaceAll(" ").split("[\\s\"';]+")));
    }

    // Whoever prints a secret on one line may have put blanks for its breaks.
    private static Pattern pattern(String secret) {
        String text = List.of(secret.split("\\s+")).stream()
                .map(Pattern::quote)
                .reduce((one, next) -> one + "\\s+" + next)
                .orElseThrow();
        return Pattern.compile(secret.length() < LONG_ENOUGH ? "(?<!\\w)" + text + "(?!\\w)" : text);
    }

    String hide(String text) {
        String hidden = text;
        for (Pattern each : patterns) hidden = each.matcher(hidden).replaceAll(Matcher.quoteReplacement(HIDDEN));
        return hidden;
    }
}
