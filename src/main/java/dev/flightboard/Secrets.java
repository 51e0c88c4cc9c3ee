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

/** Hides the secret values of Kafka's settings in texts for the log and for health; Kafka's own messages repeat some. */
final class Secrets {

    private static final String HIDDEN = "[hidden]";
    private static final String JAAS = "sasl.jaas.config";

    // The words of a JAAS entry that are no secrets. All others are hidden: Kafka's complaint about a mistyped entry
    // repeats whichever word is wrong.
    private static final Pattern PUBLIC_IN_JAAS = Pattern.compile(
            "\\S*LoginModule|\\b(required|requisite|sufficient|optional)\\b|\\busername\\s*=\\s*(\"[^\"]*\"|[^\\s;]+)"
                    + "|\\b(password|clientId|clientSecret|scope|serviceName|principal|keyTab|useKeyTab|storeKey)\\s*=");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    // A shorter secret could be a part of an ordinary word: it is hidden only where it is a whole word.
    private static final int LONG_ENOUGH = 4;

    private final List<Pattern> patterns;

    private Secrets(Set<String> secrets) {
        patterns = secrets.stream()
                .filter(each -> !each.isBlank())
                // The longest first: if a part of it were hidden first, the rest would stay.
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
        // Where a quote is missing, each word counts: Kafka may take any of them for a wrong key, and repeat it.
        secrets.addAll(List.of(QUOTED.matcher(rest).replaceAll(" ").split("[\\s\"';]+")));
    }

    // A secret of several lines may be printed on one line, with blanks for the line breaks.
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
