package io.penstock.review.access;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The file of users, JSON, which only its owner may read and write. It is replaced as a whole and never half written; two who change it at
 * the same time wait for each other. A console that runs sees a change at once.
 */
public final class UsersFile {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private volatile Known known = new Known(null, -1, null, new TreeMap<>());

    /** Reads and writes this file, which need not be there yet. */
    public UsersFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** What was read, and by what a change of the file is seen. */
    private record Known(FileTime changed, long size, Object key, SortedMap<String, User> users) { }

    /** What stands in the file. */
    private record Content(List<Line> users) { }

    /** A user in the file. */
    private record Line(String name, List<Role> roles, String password) { }

    /** Returns all users by name. */
    public List<User> users() {
        return List.copyOf(read().values());
    }

    /** Returns the user of a name. */
    public Optional<User> find(String name) {
        return Optional.ofNullable(read().get(name));
    }

    /** Says that there is no such user, if there is none: before a password is asked for. */
    public void require(String name) {
        require(read(), name);
    }

    /** Says that a name can't be a new user's, if it can't be. */
    public void requireFree(String name) {
        requireFree(read(), name);
    }

    /** Returns whether a name can stand in a correction. */
    static boolean isName(String name) {
        return name != null && NAME.matcher(name).matches();
    }

    private static void requireFree(SortedMap<String, User> users, String name) {
        if (!isName(name)) {
            throw new AccessException(AccessFault.USER_NAME_INVALID, name.replaceAll("\\p{Cntrl}", "?"));
        }
        if (users.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
            throw new AccessException(AccessFault.USER_EXISTS, name);
        }
    }

    /** Adds a user. */
    public void add(String name, Set<Role> roles, String hash) {
        change(users -> {
            requireFree(users, name);
            users.put(name, new User(name, roles, hash));
            return users;
        });
    }

    /** Gives a user another password. */
    public void setHash(String name, String hash) {
        change(users -> {
            users.put(name, new User(name, require(users, name).roles(), hash));
            return users;
        });
    }

    /** Takes a user away; where that person is logged in, no more. */
    public void remove(String name) {
        change(users -> {
            require(users, name);
            users.remove(name);
            return users;
        });
    }

    private static User require(SortedMap<String, User> users, String name) {
        return Optional.ofNullable(users.get(name)).orElseThrow(() -> new AccessException(AccessFault.USER_UNKNOWN, name));
    }

    private SortedMap<String, User> read() {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            long size = Files.size(file);
            Known last = known;
            if (changed.equals(last.changed()) && size == last.size() && Objects.equals(key, last.key())) {
                return last.users();
            }
            requireOwnersOnly();
            SortedMap<String, User> users = parse(Files.readString(file));
            known = new Known(changed, size, key, users);
            return users;
        } catch (NoSuchFileException e) {
            return new TreeMap<>();
        } catch (IOException | RuntimeException e) {
            throw e instanceof AccessException told ? told : new AccessException(AccessFault.USERS_FILE_UNUSABLE, file.toString(), e);
        }
    }

    private void requireOwnersOnly() throws IOException {
        if (isPosix() && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new AccessException(AccessFault.USERS_FILE_OPEN, file.toString());
        }
    }

    private boolean isPosix() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static SortedMap<String, User> parse(String json) throws JacksonException {
        return JSON.readValue(json, Content.class).users().stream().map(line -> new User(line.name(),
            line.roles().isEmpty() ? Set.of() : EnumSet.copyOf(line.roles()), line.password()))
            .collect(Collectors.toMap(User::name, user -> user, (one, other) -> {
                throw new IllegalArgumentException(one.name() + " stands there twice");
            }, TreeMap::new));
    }

    private void change(UnaryOperator<SortedMap<String, User>> change) {
        try {
            Files.createDirectories(file.getParent());
            Path lock = file.resolveSibling(file.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                 FileLock held = channel.lock()) {
                write(change.apply(new TreeMap<>(read())), held);
            }
        } catch (IOException e) {
            throw new AccessException(AccessFault.USERS_FILE_UNUSABLE, file.toString(), e);
        }
    }

    /** Writes under a lock: all of it to a new file, down to the disk, which then takes the place of the old one. */
    private void write(SortedMap<String, User> users, FileLock held) throws IOException {
        Path fresh = isPosix() ? Files.createTempFile(file.getParent(), "users-", ".new", PosixFilePermissions.asFileAttribute(OWNER))
            : Files.createTempFile(file.getParent(), "users-", ".new");
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            List<Line> lines = users.values().stream()
                .map(user -> new Line(user.name(), user.roles().stream().sorted().toList(), user.hash())).toList();
            ByteBuffer bytes = ByteBuffer.wrap((JSON.writeValueAsString(new Content(lines)) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining() && held.isValid()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
