package io.penstock.app.command.people;

import io.penstock.app.command.option.CommandFailure;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A password that is typed at a terminal, twice and unseen, or stands on the first line of standard input. */
final class TypedPassword {

    String read(String name) throws IOException {
        Console console = System.console();
        if (console != null) {
            return typed(console, name);
        }
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw CommandFailure.badArguments("there is no password: type it at a terminal, or give it on standard input");
        }
        return line;
    }

    private static String typed(Console console, String name) {
        char[] once = console.readPassword("password of %s: ", name);
        char[] again = console.readPassword("once more: ");
        if (once == null || !Arrays.equals(once, again)) {
            throw CommandFailure.badArguments("the two are not the same; nothing was changed");
        }
        return new String(once);
    }
}
