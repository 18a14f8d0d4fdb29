package io.penstock.review.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersFileTest {

    @TempDir
    private Path folder;
    private Path file;
    private UsersFile users;

    @BeforeEach
    void begin() {
        file = folder.resolve("users.json");
        users = new UsersFile(file);
    }

    @Test
    void aFileThatOthersMayReadOrWriteIsNotTrusted() throws Exception {
        users.add("anna", Set.of(Role.CLERK), "h");
        for (String open : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open));
            assertFault(AccessFault.USERS_FILE_OPEN, () -> new UsersFile(file).users());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"users\":[{\"name\":\"a\",\"roles\":[\"KING\"],\"password\":\"\"}]}", "{\"users\":null}",
        "{\"users\":[{\"name\":\"a\",\"roles\":[],\"password\":\"\"},{\"name\":\"a\",\"roles\":[],\"password\":\"\"}]}"})
    void aDamagedFileIsToldAndNotWrittenOver(String content) throws Exception {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);

        assertFault(AccessFault.USERS_FILE_UNUSABLE, () -> users.find("a"));
        assertFault(AccessFault.USERS_FILE_UNUSABLE, () -> users.add("b", Set.of(Role.CLERK), "h"));
        assertThat(file).hasContent(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-anna", "an na", "anna\n", "anna\u0000", "../anna", "<script>", "\u0430nna"})
    void aNameThatCouldBeTakenForAnotherOrForMoreThanANameIsRefused(String name) {
        assertFault(AccessFault.USER_NAME_INVALID, () -> users.add(name, Set.of(Role.CLERK), "h"));
    }

    @Test
    void namesDifferByMoreThanCapitals() {
        users.add("anna", Set.of(Role.CLERK), "h");
        assertFault(AccessFault.USER_EXISTS, () -> users.add("Anna", Set.of(Role.SUPERVISOR), "h"));
        assertFault(AccessFault.USER_UNKNOWN, () -> users.remove("Anna"));
    }

    @Test
    void manyWhoChangeItAtOnceLoseNothingAndLeaveNoPartOfAFile() throws Exception {
        IntStream.range(0, 40).parallel().forEach(i -> {
            synchronized (UsersFileTest.class) { // a lock is of the process: threads of one have to agree themselves
                new UsersFile(file).add("user" + i, Set.of(Role.CLERK), "h" + i);
            }
        });
        assertThat(users.users()).hasSize(40);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).extracting(path -> path.getFileName().toString()).containsExactlyInAnyOrder("users.json", "users.json.lock");
        }
        new UsersFile(file).remove("user7");
        assertThat(users.find("user7")).as("a console that runs sees it").isEmpty();
    }

    @Test
    void aPasswordIsKeptAsArgon2idAndIsRightForItsOwnerOnly() {
        Passwords passwords = new Passwords();
        User anna = new User("anna", Set.of(Role.CLERK), passwords.hash("anna", "correct horse"));

        assertThat(anna.hash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(passwords.hash("anna", "correct horse"));
        assertThat(anna.toString()).doesNotContain("argon2id");
        assertThat(passwords.isRight(Optional.of(anna), "correct horse")).isTrue();
        assertThat(passwords.isRight(Optional.of(anna), "correct Horse")).isFalse();
        assertThat(passwords.isRight(Optional.empty(), "a password that nobody has")).isFalse();
        for (String unfit : new String[] {"short", "x".repeat(201), "ANNA.ANNA.ANNA"}) {
            assertFault(AccessFault.PASSWORD_UNFIT, () -> passwords.hash("anna.anna.anna", unfit));
        }
    }

    private static void assertFault(AccessFault fault, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(AccessException.class, told -> assertThat(told.fault()).isEqualTo(fault));
    }
}
