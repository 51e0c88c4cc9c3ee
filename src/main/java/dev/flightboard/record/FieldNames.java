package dev.flightboard.record;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The names that a dialect has for the fields of a flight, and the objects in which it has them: a tree of names. Immutable.
 */
public final class FieldNames {

    /** The contract's own. */
    public static final FieldNames OURS = parse("");

    // Deeper than any known feed has them. A bound, too: no value is read any deeper.
    private static final int MAX_DEPTH = 8;

    private final Map<String, FieldNames> exact = new HashMap<>();
    private final Map<String, FieldNames> folded = new HashMap<>();
    private Field field;

    private FieldNames() {}

    /**
     * From {@code flight=flightNumber,origin=departure.airport}: our name, then theirs, with a dot for each object in between. A
     * field that is renamed so is read under the new name only. Throws IllegalArgumentException that says what is wrong.
     */
    public static FieldNames parse(String mapping) {
        Map<Field, String> names = new EnumMap<>(Field.class);
        for (String each : mapping.split(",")) {
            if (each.isBlank()) continue;
            String[] pair = each.split("=", -1);
            if (pair.length != 2) throw new IllegalArgumentException("not flight=theirName: " + each.strip());
            if (names.put(field(pair[0].strip()), pair[1].strip()) != null) {
                throw new IllegalArgumentException(pair[0].strip() + " is given twice");
            }
        }
        FieldNames root = new FieldNames();
        for (Field field : Field.values()) root.add(names.getOrDefault(field, field.title), field);
        return root;
    }

    private static Field field(String name) {
        for (Field field : Field.values()) if (field.title.equals(name)) return field;
        throw new IllegalArgumentException(name + " is no field of a flight, which are " + Field.titles());
    }

    private void add(String path, Field field) {
        String[] names = path.split("\\.", -1);
        if (names.length > MAX_DEPTH)
            throw new IllegalArgumentException(path + " has more than " + MAX_DEPTH + " parts");
        FieldNames node = this;
        for (String name : names) {
            if (name.isBlank()) throw new IllegalArgumentException(field.title + " has no name: " + path);
            node = node.exact.computeIfAbsent(name, unknown -> new FieldNames());
        }
        if (node.field != null) {
            throw new IllegalArgumentException(path + " is both " + node.field.title + " and " + field.title);
        }
        node.field = field;
        // Some feeds have the whole path, dots included, as one name.
        exact.putIfAbsent(path, node);
        foldNames();
    }

    private void foldNames() {
        exact.forEach((name, node) -> {
            folded.putIfAbsent(name.toLowerCase(Locale.ROOT), node);
            node.foldNames();
        });
    }

    /** The field or object that has this name; null for none. */
    FieldNames get(String name) {
        return exact.get(name);
    }

    /** The same for a name whose capitals differ. */
    FieldNames getIgnoringCase(String name) {
        return folded.get(name.toLowerCase(Locale.ROOT));
    }

    /** The field itself; null where this is an object with further names. */
    Field field() {
        return field;
    }

    boolean hasFurther() {
        return !exact.isEmpty();
    }
}
