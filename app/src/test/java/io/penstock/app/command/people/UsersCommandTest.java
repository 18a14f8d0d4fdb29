package io.penstock.app.command.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.command.PenstockCommand;
import io.penstock.review.access.Role;
import io.penstock.review.access.UsersFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users are kept on the command line, their passwords are not. */
class UsersCommandTest {

    private final InputStream standardInput = System.in;
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @AfterEach
    void giveBack() {
        System.setIn(standardInput);
    }

    @Test
    void aPasswordIsNoArgumentAndABadOneChangesNothing() {
        assertThat(run("correct horse", "add", "anna", "correct horse")).isEqualTo(2);
        assertThat(run("", "add", "anna")).isEqualTo(2);
        assertThat(run("short", "add", "anna")).isEqualTo(1);
        assertThat(run("correct horse", "add", "an\nna")).isEqualTo(1);
        assertThat(run("correct horse", "add", "anna", "--role", "king")).isEqualTo(2);
        assertThat(run("correct horse", "passwd", "anna")).isEqualTo(1);
        assertThat(run("", "remove", "anna")).isEqualTo(1);
        assertThat(err.toString()).contains("PASSWORD_UNFIT: anna", "USER_NAME_INVALID: an?na", "USER_UNKNOWN: anna")
            .doesNotContain("\tat ");
        assertThat(folder.resolve("users.json")).doesNotExist();
    }

    @Test
    void aUserIsAddedGivenAnotherPasswordAndTakenAway() throws Exception {
        assertThat(run("correct horse\n", "add", "anna", "--role", "clerk", "--role", "supervisor")).as(err.toString()).isZero();
        String file = Files.readString(folder.resolve("users.json"));
        assertThat(file).contains("$argon2id$").doesNotContain("correct horse");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("users.json")))).isEqualTo("rw-------");
        assertThat(new UsersFile(folder.resolve("users.json")).find("anna").orElseThrow().roles())
            .containsExactlyInAnyOrder(Role.CLERK, Role.SUPERVISOR);
        assertThat(run("another horse", "add", "anna")).isEqualTo(1);
        assertThat(run("another horse", "passwd", "anna")).isZero();
        assertThat(Files.readString(folder.resolve("users.json"))).isNotEqualTo(file);
        assertThat(run("", "remove", "anna")).isZero();
        assertThat(new UsersFile(folder.resolve("users.json")).users()).isEmpty();
    }

    private int run(String input, String... arguments) {
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        List<String> all = new ArrayList<>(List.of("users"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--set", "review.login.users=" + folder.resolve("users.json")));
        return PenstockCommand.commandLine().setErr(new PrintWriter(err)).execute(all.toArray(String[]::new));
    }
}
