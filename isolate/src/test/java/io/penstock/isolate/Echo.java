package io.penstock.isolate;

import io.penstock.isolate.drill.Drill;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Work for tests: says again what it is told, prefixed by its setup, and carries out drills. Public, as a child makes it by name. */
public final class Echo implements WorkSource {

    static final String STAGE = "echo";
    static final String PREFIX = "prefix";

    @Override
    public Work start(Map<String, String> setup) {
        if (setup.get(PREFIX).equals("broken")) {
            throw new IllegalStateException("no such prefix");
        }
        Drill drill = Drill.of(setup);
        return (input, parts) -> {
            String text = new String(input, StandardCharsets.UTF_8);
            if (text.equals("one")) {
                System.out.println("noise between the answers");
            }
            if (text.startsWith("refuse")) {
                throw new Refusal("NOT_LIKED", "say\nsomething else");
            }
            parts.add((setup.get(PREFIX) + text).getBytes(StandardCharsets.UTF_8));
            if (text.startsWith("pid")) {
                parts.add(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8));
            }
            drill.act(STAGE, input);
        };
    }
}
