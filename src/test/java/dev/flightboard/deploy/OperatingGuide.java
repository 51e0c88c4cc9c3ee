package dev.flightboard.deploy;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** docs/operating.md, as far as it can be held against the code. */
public final class OperatingGuide {

    private static final Path FILE = Path.of("docs", "operating.md");
    private static final Pattern OVERLAY =
            Pattern.compile("^```yaml\n(patches:\n.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern METRIC = Pattern.compile("^\\| `(flightboard_\\w+)`", Pattern.MULTILINE);

    private OperatingGuide() {}

    static String text() {
        return Yaml.text(FILE);
    }

    /** What it adds to an overlay, so that tokens of OAuth can be asked for. */
    static String issuerRule() {
        return OVERLAY.matcher(text()).results().findFirst().orElseThrow().group(1);
    }

    /** The metrics that have a row in its table. */
    public static Set<String> metrics() {
        return METRIC.matcher(text()).results().map(row -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
