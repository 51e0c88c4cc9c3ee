package dev.flightboard.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import dev.flightboard.support.Chromium;
import java.util.HashMap;
import java.util.Map;

/**
 * A page in a profile of its own that notes nothing for developer tools. Playwright has each of its pages tell of every
 * request, console line and frame, with the stack that led there: a fifth of what a phone needs for its first flights.
 */
final class UnwatchedPage implements AutoCloseable {

    private final CDPSession browser;
    private final BrowserContext patience;
    private final String profile;
    private final String session;
    private final Map<Integer, JsonObject> answers = new HashMap<>();
    private int asked;

    /** @param patience waits for the page's answers, on the browser's thread */
    UnwatchedPage(Chromium chromium, BrowserContext patience, int width, int height) {
        this.patience = patience;
        browser = chromium.session();
        browser.on("Target.receivedMessageFromTarget", this::keep);
        profile = browser.send("Target.createBrowserContext")
                .get("browserContextId")
                .getAsString();
        JsonObject window = with("url", "about:blank", "browserContextId", profile);
        // In front of all others, as on a phone: what is behind gets less of the processor.
        window.addProperty("newWindow", true);
        String target =
                browser.send("Target.createTarget", window).get("targetId").getAsString();
        session = browser.send("Target.attachToTarget", with("targetId", target))
                .get("sessionId")
                .getAsString();
        ask("Page.enable", new JsonObject());
        JsonObject screen = with("width", width, "height", height, "deviceScaleFactor", 1);
        screen.addProperty("mobile", false);
        ask("Emulation.setDeviceMetricsOverride", screen);
    }

    void slowDown(double times) {
        ask("Emulation.setCPUThrottlingRate", with("rate", times));
    }

    /** Runs the script in every document, before its own. */
    void begin(String script) {
        ask("Page.addScriptToEvaluateOnNewDocument", with("source", script));
    }

    void navigate(String url) {
        ask("Page.navigate", with("url", url));
    }

    /** What the promise comes to. */
    double number(String promise) {
        JsonObject expression = with("expression", promise);
        expression.addProperty("awaitPromise", true);
        return ask("Runtime.evaluate", expression)
                .getAsJsonObject("result")
                .get("value")
                .getAsDouble();
    }

    private JsonObject ask(String method, JsonObject params) {
        int id = ++asked;
        JsonObject message = with("id", id, "method", method);
        message.add("params", params);
        browser.send("Target.sendMessageToTarget", with("sessionId", session, "message", message.toString()));
        patience.waitForCondition(() -> answers.containsKey(id));
        JsonObject answer = answers.remove(id);
        if (!answer.has("result")) throw new IllegalStateException(method + ": " + answer);
        return answer.getAsJsonObject("result");
    }

    private void keep(JsonObject event) {
        if (!event.get("sessionId").getAsString().equals(session)) return;
        JsonObject message =
                JsonParser.parseString(event.get("message").getAsString()).getAsJsonObject();
        if (message.has("id")) answers.put(message.get("id").getAsInt(), message);
    }

    private static JsonObject with(Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = (String) namesAndValues[i];
            if (namesAndValues[i + 1] instanceof Number number) object.addProperty(name, number);
            else object.addProperty(name, (String) namesAndValues[i + 1]);
        }
        return object;
    }

    @Override
    public void close() {
        browser.send("Target.disposeBrowserContext", with("browserContextId", profile));
        browser.detach();
    }
}
