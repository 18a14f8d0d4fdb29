package io.penstock.review;

import static org.apache.kafka.common.config.ConfigDef.Range.between;

import io.penstock.review.access.LoginSettings;
import io.penstock.review.access.OidcSettings;
import io.penstock.review.desk.DeskPolicy;
import io.penstock.review.http.HttpSettings;
import io.penstock.review.grid.Glance;
import io.penstock.review.grid.GridPolicy;
import io.penstock.review.lease.KeyingPolicy;
import io.penstock.review.lease.LeaseTimes;
import io.penstock.review.queue.Worth;
import io.penstock.schema.FieldKind;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;

/**
 * The configuration of the review stage.
 *
 * @param times  how long leases and answers hold
 * @param keying which tasks two people must answer
 * @param worth  in which order tasks are offered
 * @param desk   what people see
 * @param http   where people reach it
 * @param grid   what a look at many digits at once is worth
 * @param remembered for how long after it last came further it is known what became of a document
 * @param login  how people log in
 * @param promised share of accepted numbers that may be wrong; empty: nothing is promised
 */
public record ReviewConfig(LeaseTimes times, KeyingPolicy keying, Worth worth, DeskPolicy desk, HttpSettings http, Duration remembered,
                           GridPolicy grid, LoginSettings login, OptionalDouble promised) {

    private static final String LEASE = "review.lease.seconds";
    private static final String POSTPONE = "review.postpone.seconds";
    private static final String CORRECTABLE = "review.correct.seconds";
    private static final String UNCONFIRMED = "review.unconfirmed.seconds";
    private static final String COST = "review.cost.";
    private static final String SECONDS = "review.seconds.";
    private static final String AGE = "review.age.weight";
    private static final String DOUBLE_KINDS = "review.double.kinds";
    private static final String DOUBLE_AMOUNT = "review.double.amount";
    private static final String DOUBLE_SHARE = "review.double.share";
    private static final String DOUBLE_MACHINE = "review.double.machine";
    private static final String AHEAD = "review.ahead";
    private static final String BLIND = "review.blind";
    private static final String BLIND_KINDS = "review.blind.kinds";
    private static final String GRID_MISS = "review.grid.miss";
    private static final String GRID_FALSE = "review.grid.false.alarm";
    private static final String GRID_CONFIDENCE = "review.grid.confidence";
    private static final String REMEMBERED = "review.documents.days";
    private static final String MASK = "review.mask.accounts";
    static final String HOST = "review.http.host";
    private static final String PORT = "review.http.port";
    private static final String ADVERTISED = "review.http.advertised";
    private static final String SECRET = "review.peer.secret";
    private static final String PROMISED = "review.promised.error";
    private static final String USER = "review.user";
    static final String LOGIN = "review.login";
    private static final String USERS = "review.login.users";
    private static final String ISSUER = "review.oidc.issuer";
    private static final String CLIENT = "review.oidc.client";
    private static final String CLIENT_SECRET = "review.oidc.secret";
    private static final String ADDRESS = "review.oidc.address";
    private static final String SCOPES = "review.oidc.scopes";
    private static final String NAME_CLAIM = "review.oidc.name";
    private static final String ROLES_CLAIM = "review.oidc.roles";
    private static final String IDLE = "review.login.idle.minutes";
    private static final String WHOLE = "review.login.hours";
    private static final String PROXIED = "review.login.proxy";

    /** What an error costs beside one in a number that is only counted. */
    private static final Map<FieldKind, Double> COSTS = Map.of(FieldKind.AMOUNT, 20.0, FieldKind.ACCOUNT, 10.0, FieldKind.ROUTING, 10.0,
        FieldKind.DATE, 3.0, FieldKind.UNKNOWN, 10.0);

    /** Every key with its type, default and documentation. */
    public static final ConfigDef DEFINITION = definition();

    /**
     * Reads a configuration; keys of other stages are passed over.
     *
     * @throws ConfigException where a value is not of its type or out of its range
     */
    public static ReviewConfig of(Map<String, ?> values) {
        AbstractConfig config = new AbstractConfig(DEFINITION, values, false);
        LeaseTimes times = new LeaseTimes(seconds(config, LEASE), seconds(config, POSTPONE), seconds(config, CORRECTABLE),
            seconds(config, UNCONFIRMED));
        KeyingPolicy keying = new KeyingPolicy(kinds(config, DOUBLE_KINDS),
            Optional.of(config.getString(DOUBLE_AMOUNT)).filter(amount -> !amount.isBlank()).map(BigDecimal::new),
            config.getDouble(DOUBLE_SHARE), config.getBoolean(DOUBLE_MACHINE));
        Worth worth = new Worth(byKind(config, COST), byKind(config, SECONDS), config.getDouble(AGE));
        DeskPolicy desk = new DeskPolicy(config.getInt(AHEAD),
            DeskPolicy.Blind.valueOf(config.getString(BLIND).toUpperCase(Locale.ROOT)), kinds(config, BLIND_KINDS),
            config.getBoolean(MASK));
        HttpSettings http = new HttpSettings(config.getString(HOST), config.getInt(PORT), config.getString(ADVERTISED),
            Optional.of(config.getPassword(SECRET).value()).filter(secret -> !secret.isBlank()), config.getString(USER));
        LoginSettings login = new LoginSettings(LoginSettings.Way.valueOf(config.getString(LOGIN).toUpperCase(Locale.ROOT)),
            users(config.getString(USERS)), Duration.ofMinutes(config.getInt(IDLE)), Duration.ofHours(config.getInt(WHOLE)),
            config.getBoolean(PROXIED), oidc(config));
        GridPolicy grid = new GridPolicy(new Glance(config.getDouble(GRID_MISS), config.getDouble(GRID_FALSE)),
            config.getDouble(GRID_CONFIDENCE));
        double promised = config.getDouble(PROMISED);
        return new ReviewConfig(times, keying, worth, desk, http, Duration.ofDays(config.getInt(REMEMBERED)), grid, login,
            promised > 0 ? OptionalDouble.of(promised) : OptionalDouble.empty());
    }

    /** Tokens and secrets go to https only, but for a provider on this machine, as in tests. */
    private static Optional<OidcSettings> oidc(AbstractConfig config) {
        String issuer = config.getString(ISSUER);
        boolean safe = issuer.startsWith("https://") || issuer.matches("http://(localhost|127\\.0\\.0\\.1)[:/].*");
        return !safe || config.getString(CLIENT).isBlank() || config.getString(ADDRESS).isBlank() ? Optional.empty()
            : Optional.of(new OidcSettings(URI.create(issuer), config.getString(CLIENT),
                Optional.of(config.getPassword(CLIENT_SECRET).value()).filter(secret -> !secret.isBlank()),
                URI.create(config.getString(ADDRESS)), config.getList(SCOPES), config.getString(NAME_CLAIM),
                config.getString(ROLES_CLAIM)));
    }

    private static Path users(String named) {
        return named.isBlank() ? Path.of(System.getProperty("user.home"), ".config", "penstock", "users.json") : Path.of(named);
    }

    private static Duration seconds(AbstractConfig config, String key) {
        return Duration.ofSeconds(config.getInt(key));
    }

    private static Set<FieldKind> kinds(AbstractConfig config, String key) {
        return config.getList(key).stream().filter(name -> !name.isBlank())
            .map(name -> FieldKind.valueOf(name.strip().toUpperCase(Locale.ROOT)))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(FieldKind.class)));
    }

    private static Map<FieldKind, Double> byKind(AbstractConfig config, String prefix) {
        Map<FieldKind, Double> values = new EnumMap<>(FieldKind.class);
        Arrays.stream(FieldKind.values()).forEach(kind -> values.put(kind, config.getDouble(prefix + name(kind))));
        return values;
    }

    /** Returns how a kind is spelt in keys; a whole page has no kind. */
    private static String name(FieldKind kind) {
        return kind == FieldKind.UNKNOWN ? "page" : kind.name().toLowerCase(Locale.ROOT);
    }

    private static ConfigDef definition() {
        ConfigDef definition = new ConfigDef()
            .define(LEASE, Type.INT, 300, between(5, 86_400), Importance.HIGH,
                "Seconds for which a person has a task; then somebody else may have it.")
            .define(POSTPONE, Type.INT, 900, between(1, 604_800), Importance.LOW,
                "Seconds for which a task that was put off is not offered.")
            .define(CORRECTABLE, Type.INT, 3600, between(0, 604_800), Importance.MEDIUM,
                "Seconds for which a person may correct an answer of his own.")
            .define(UNCONFIRMED, Type.INT, 600, between(5, 604_800), Importance.LOW,
                "Seconds after which an answered task is offered again, where the sink has not taken the answer: longer than the sink is "
                    + "ever away.")
            .define(AGE, Type.DOUBLE, 0.5, between(0, 1_000_000), Importance.MEDIUM,
                "What an hour of waiting adds to the worth of a task, which else is the error that a second of work on it removes: "
                    + "(1 - confidence) x cost / seconds.");
        for (FieldKind kind : FieldKind.values()) {
            definition.define(COST + name(kind), Type.DOUBLE, COSTS.getOrDefault(kind, 1.0), between(0, 1_000_000), Importance.MEDIUM,
                "What an error costs in " + (kind == FieldKind.UNKNOWN ? "a whole page" : "a field of kind " + name(kind))
                    + ", beside errors of other kinds.");
            definition.define(SECONDS + name(kind), Type.DOUBLE, kind == FieldKind.UNKNOWN ? 20.0 : 5.0, between(0.1, 3600),
                Importance.LOW, "Seconds that " + (kind == FieldKind.UNKNOWN ? "a whole page" : "a field of kind " + name(kind))
                    + " takes a person, until it is measured.");
        }
        return definition
            .define(DOUBLE_KINDS, Type.LIST, List.of(), ReviewConfig::areKinds, Importance.HIGH,
                "Kinds of fields that two different people must read alike, divided by commas; a third decides between them. Needs log-in.")
            .define(DOUBLE_AMOUNT, Type.STRING, "", ReviewConfig::isAmount, Importance.HIGH,
                "Amounts from this value on are such too, as the machine read them or the first person; empty: none.")
            .define(DOUBLE_SHARE, Type.DOUBLE, 0.0, between(0, 1), Importance.MEDIUM,
                "Share of all other tasks that two people must read alike, so that people's agreement is known.")
            .define(DOUBLE_MACHINE, Type.BOOLEAN, false, Importance.MEDIUM,
                "Whether the machine counts as one of the two: a person who reads what it read is enough.")
            .define(AHEAD, Type.INT, 4, between(1, 50), Importance.LOW,
                "How many tasks the console holds, so that the next one is on screen at once.")
            .define(BLIND, Type.STRING, "never", ValidString.in("never", "always", "kinds"), Importance.MEDIUM,
                "Whether people type without seeing the machine's reading: never, always, or for " + BLIND_KINDS
                    + ". Quality samples and tasks for two people are always so.")
            .define(BLIND_KINDS, Type.LIST, List.of(), ReviewConfig::areKinds, Importance.LOW,
                "Kinds of fields that are typed without seeing the machine's reading, where " + BLIND + " is kinds.")
            .define(GRID_MISS, Type.DOUBLE, 0.02, between(0.0001, 0.5), Importance.MEDIUM,
                "Probability that a person passes an odd digit by, on a sheet of digits that were read alike. Decoys stand on each sheet; "
                    + "where one is passed by, nothing of the sheet counts.")
            .define(GRID_FALSE, Type.DOUBLE, 0.01, between(0.0001, 0.5), Importance.LOW,
                "Probability that a person marks a digit there that is none of the odd ones.")
            .define(GRID_CONFIDENCE, Type.DOUBLE, 0.999, between(0.5, 1), Importance.MEDIUM,
                "Probability that a field is right, after a person has passed its doubtful digit by, from which on nobody has to type it.")
            .define(REMEMBERED, Type.INT, 30, between(1, 36_500), Importance.LOW,
                "Days for which it is known what became of a document, after it last came further.")
            .define(MASK, Type.BOOLEAN, true, Importance.MEDIUM,
                "Whether account numbers of neighbouring fields are shown by their last two digits only.")
            .define(HOST, Type.STRING, "127.0.0.1", new NonEmptyString(), Importance.HIGH,
                "Address of this machine on which the console answers. Off the machine only with log-in.")
            .define(PORT, Type.INT, 8081, between(0, 65_535), Importance.HIGH,
                "Port of the console; 0: any that is free.")
            .define(ADVERTISED, Type.STRING, "", Importance.MEDIUM,
                "HOST:PORT at which other processes of the stage review reach this one; empty: where the console answers.")
            .define(SECRET, Type.PASSWORD, "", Importance.HIGH,
                "Secret that all processes of the stage review share: they sign with it what they ask each other, so that each shows the "
                    + "whole queue. Empty: each shows what it works on itself.")
            .define(USER, Type.STRING, "clerk", new NonEmptyString(), Importance.MEDIUM,
                "Name that stands in corrections where nobody logs in.")
            .define(LOGIN, Type.STRING, "none", ValidString.in("none", "users", "oidc"), Importance.HIGH,
                "How people log in: none (for 127.0.0.1 only), users (a file of users with passwords: './penstock users "
                    + "add'), or oidc (a provider of OpenID Connect).")
            .define(USERS, Type.STRING, "", Importance.MEDIUM,
                "File of users; only its owner may read and write it. Empty: ~/.config/penstock/users.json.")
            .define(ISSUER, Type.STRING, "", Importance.MEDIUM,
                "The provider of OpenID Connect, as it names itself: https://...; the console knows the rest from there.")
            .define(CLIENT, Type.STRING, "", Importance.MEDIUM, "Id of the console at the provider.")
            .define(CLIENT_SECRET, Type.PASSWORD, "", Importance.MEDIUM, "Secret of the console at the provider; empty: it has none.")
            .define(ADDRESS, Type.STRING, "", Importance.MEDIUM,
                "Where browsers reach the console, such as https://review.example.org; the provider sends people back to it, at "
                    + "/api/login/end.")
            .define(SCOPES, Type.LIST, List.of("profile"), Importance.LOW, "What the provider is asked for besides openid.")
            .define(NAME_CLAIM, Type.STRING, "preferred_username", new NonEmptyString(), Importance.LOW,
                "Claim that says who it is, as it will stand in corrections.")
            .define(ROLES_CLAIM, Type.STRING, "roles", new NonEmptyString(), Importance.LOW,
                "Claim that says what that person may: clerk, supervisor, auditor, one or a list.")
            .define(IDLE, Type.INT, 30, between(1, 1440), Importance.MEDIUM, "Minutes after which who does nothing has to log in again.")
            .define(WHOLE, Type.INT, 10, between(1, 168), Importance.MEDIUM, "Hours after which everybody has to log in again.")
            .define(PROXIED, Type.BOOLEAN, false, Importance.MEDIUM,
                "Whether a proxy in front of the console speaks TLS, as it should off this machine: cookies then go over TLS only, and the "
                    + "last address in X-Forwarded-For is taken for who asks. Nobody may reach the console but by that proxy.")
            .define(PROMISED, Type.DOUBLE, 0.0, between(0, 1), Importance.MEDIUM,
                "Share of accepted numbers that may be wrong, as the risk contract promises: the dashboard warns where the quality sample "
                    + "says that it is not kept. 0: nothing is promised.");
    }

    private static void areKinds(String key, Object value) {
        List<String> known = Stream.of(FieldKind.values()).filter(kind -> kind != FieldKind.UNKNOWN).map(ReviewConfig::name).toList();
        for (Object name : (List<?>) value) {
            String spelt = name.toString().strip().toLowerCase(Locale.ROOT);
            if (!spelt.isEmpty() && !known.contains(spelt)) {
                throw new ConfigException(key, value, "there is no kind " + name + ": " + String.join(", ", known));
            }
        }
    }

    private static void isAmount(String key, Object value) {
        String amount = value.toString();
        if (!amount.isBlank() && !amount.matches("\\d{1,15}(\\.\\d{1,6})?")) {
            throw new ConfigException(key, value, "is no amount, such as 1000 or 1000.50");
        }
    }
}
