package io.penstock.app.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import com.microsoft.playwright.TimeoutError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody who works at the console with the keyboard only. */
final class Clerk {

    private static final String CURRENT = "document.querySelector('pk-app')?.desk?.current";

    private static final double LOOK_MILLIS = 250;

    private final Page page;

    Clerk(Page page) {
        this.page = page;
    }

    /** Returns the task that is on screen, as the page knows it; empty where there is none. */
    @SuppressWarnings("unchecked")
    Optional<Map<String, Object>> task() {
        return Optional.ofNullable((Map<String, Object>) page.evaluate("() => { const task = " + CURRENT + "; return task ? "
            + "{review: task.review, document: task.document, field: task.field, kind: task.kind, page: task.page} : null; }"));
    }

    /** Returns once a task is on screen; empty where none comes for so long. */
    Optional<Map<String, Object>> awaitTask(double millis) {
        try {
            page.waitForFunction("() => " + CURRENT + " != null", null, new WaitForFunctionOptions().setTimeout(millis));
        } catch (TimeoutError e) {
            return Optional.empty();
        }
        return task();
    }

    /**
     * Looks, types a field and goes on: keys that come at once are taken for ones that were meant for the field before. Where the page
     * doubts what was typed, Enter once more.
     */
    void answer(String review, String text) {
        page.waitForTimeout(LOOK_MILLIS);
        page.keyboard().type(text);
        page.keyboard().press("Enter");
        if (task().filter(task -> task.get("review").equals(review)).isPresent()) {
            page.keyboard().press("Enter");
        }
        try {
            page.waitForFunction("review => " + CURRENT + "?.review !== review", review);
        } catch (TimeoutError e) {
            throw new AssertionError("the page does not take " + text + " for " + review + ": " + page.innerText("pk-app"), e);
        }
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** Returns when every answer has arrived. */
    void awaitSent() {
        page.waitForFunction("() => document.querySelector('pk-app').outbox.size === 0", null,
            new WaitForFunctionOptions().setTimeout(60_000));
    }

    /** Returns milliseconds from the key that answered a field to the next one on screen, sorted. */
    @SuppressWarnings("unchecked")
    List<Double> keyToNext() {
        List<Object> times = (List<Object>) page.evaluate("() => performance.getEntriesByName('key to next').map(entry => entry.duration)");
        return times.stream().map(time -> ((Number) time).doubleValue()).sorted().toList();
    }
}
