package dev.flightboard.bench;

import com.google.gson.Gson;
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
    private final BrowserContext awaiting;
    private final String profile;
    private final String session;
    private final Map<Integer, JsonObject> answers = new HashMap<>();
    private int asked;

    /** @param awaiting any context of Playwright's: events reach this thread only while it waits */
    UnwatchedPage(Chromium chromium, BrowserContext awaiting, int width, int height) {
        this.awaiting = awaiting;
        browser = chromium.session();
        browser.on("Target.receivedMessageFromTarget", this::keep);
        profile = browser.send("Target.createBrowserContext")
                .get("browserContextId")
                .getAsString();
        // A window of its own, in front as on a phone: what is behind gets less of the processor.
        JsonObject window = with("url", "about:blank", "browserContextId", profile, "newWindow", true);
        String target =
                browser.send("Target.createTarget", window).get("targetId").getAsString();
        session = browser.send("Target.attachToTarget", with("targetId", target))
                .get("sessionId")
                .getAsString();
        ask("Page.enable", new JsonObject());
        ask(
                "Emulation.setDeviceMetricsOverride",
                with("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void slowDown(double times) {
        ask("Emulation.setCPUThrottlingRate", with("rate", times));
    }

    /** The script runs in every document, before its own. */
    void addInitScript(String script) {
        ask("Page.addScriptToEvaluateOnNewDocument", with("source", script));
    }

    void navigate(String url) {
        ask("Page.navigate", with("url", url));
    }

    /** The number that the promise resolves to. */
    double evaluate(String promise) {
        return ask("Runtime.evaluate", with("expression", promise, "awaitPromise", true))
                .getAsJsonObject("result")
                .get("value")
                .getAsDouble();
    }

    private JsonObject ask(String method, JsonObject params) {
        int id = ++asked;
        JsonObject message = with("id", id, "method", method);
        message.add("params", params);
        browser.send("Target.sendMessageToTarget", with("sessionId", session, "message", message.toString()));
        awaiting.waitForCondition(() -> answers.containsKey(id));
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
            object.add(name, new Gson().toJsonTree(namesAndValues[i + 1]));
        }
        return object;
    }

    @Override
    public void close() {
        browser.send("Target.disposeBrowserContext", with("browserContextId", profile));
        browser.detach();
    }
}
