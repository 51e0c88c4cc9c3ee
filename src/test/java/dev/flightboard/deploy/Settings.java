package dev.flightboard.deploy;

import dev.flightboard.FlightboardConfig;
import io.smallrye.config.WithDefault;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Every setting of the service, as the code declares it. */
final class Settings {

    /**
     * One setting.
     *
     * @param fallback its default as text; null where it has none
     */
    record Setting(String environmentName, String fallback) {}

    private Settings() {}

    static List<Setting> all() {
        return of(FlightboardConfig.class, "FLIGHTBOARD").toList();
    }

    private static Stream<Setting> of(Class<?> group, String prefix) {
        return Arrays.stream(group.getMethods()).flatMap(method -> {
            String name =
                    prefix + "_" + method.getName().replaceAll("([A-Z])", "_$1").toUpperCase();
            return isGroup(method) ? of(method.getReturnType(), name) : Stream.of(new Setting(name, fallback(method)));
        });
    }

    private static boolean isGroup(Method method) {
        return method.getReturnType().getEnclosingClass() == FlightboardConfig.class
                && method.getReturnType().isInterface();
    }

    private static String fallback(Method method) {
        WithDefault given = method.getAnnotation(WithDefault.class);
        return given == null ? null : given.value();
    }
}
