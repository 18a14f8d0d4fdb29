package io.penstock.app.command.people;

import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.SettingsOptions;
import io.penstock.review.ReviewConfig;
import io.penstock.review.access.Passwords;
import io.penstock.review.access.Role;
import io.penstock.review.access.User;
import io.penstock.review.access.UsersFile;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code users}: who may log in to the review console. */
@Command(name = "users", header = "Say who may log in to the review console.",
    description = "Keeps the file that review.login.users names, else ~/.config/penstock/users.json; only its owner may read and write it. "
        + "A console that runs sees a change at once. Passwords are typed, or read from standard input, and never an argument.",
    footerHeading = "%nExample:%n", footer = {"  ./penstock users add anna --role supervisor",
        "  ./penstock up --set review.login=users --set review.http.host=0.0.0.0", "  ./penstock users remove anna"})
public final class UsersCommand {

    /** Adds one. */
    @Command(name = "add", header = "Add a user.", footerHeading = "%nExample:%n",
        footer = "  ./penstock users add anna --role supervisor")
    int add(@Parameters(paramLabel = "NAME", description = "The name, as it will stand in corrections.") String name,
            @Option(names = "--role", paramLabel = "ROLE", arity = "1..*", defaultValue = "clerk",
                description = "clerk (answers), supervisor (decides between people, sees how the work goes) or auditor (sees, answers "
                    + "nothing); may be repeated. Default: ${DEFAULT-VALUE}.") List<String> roles,
            @Mixin SettingsOptions settings) throws IOException {
        EnumSet<Role> granted = EnumSet.noneOf(Role.class);
        roles.forEach(role -> granted.add(role(role)));
        UsersFile users = file(settings);
        users.requireFree(name);
        users.add(name, granted, new Passwords().hash(name, new TypedPassword().read(name)));
        return 0;
    }

    /** Shows them. */
    @Command(name = "list", header = "Show the users and their roles.", footerHeading = "%nExample:%n",
        footer = "  ./penstock users list")
    int list(@Mixin SettingsOptions settings) {
        file(settings).users().forEach(user -> System.out.println(user.name() + "\t" + roles(user)));
        return 0;
    }

    /** Takes one away. */
    @Command(name = "remove", header = "Take a user away; where that person is logged in, no more.", footerHeading = "%nExample:%n",
        footer = "  ./penstock users remove anna")
    int remove(@Parameters(paramLabel = "NAME", description = "The user.") String name, @Mixin SettingsOptions settings) {
        file(settings).remove(name);
        return 0;
    }

    /** Sets another password. */
    @Command(name = "passwd", header = "Give a user another password; where that person is logged in, no more.",
        footerHeading = "%nExample:%n", footer = "  ./penstock users passwd anna")
    int passwd(@Parameters(paramLabel = "NAME", description = "The user.") String name,
               @Mixin SettingsOptions settings) throws IOException {
        UsersFile users = file(settings);
        users.require(name);
        users.setHash(name, new Passwords().hash(name, new TypedPassword().read(name)));
        return 0;
    }

    private static String roles(User user) {
        return user.roles().stream().sorted().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(","));
    }

    private static Role role(String name) {
        try {
            return Role.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badArguments("there is no role " + name + ": clerk, supervisor, auditor");
        }
    }

    private static UsersFile file(SettingsOptions settings) {
        return new UsersFile(ReviewConfig.of(settings.settings().given()).login().users());
    }
}
