package io.penstock.review.access;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.penstock.review.access.LoginLog.Event;
import io.penstock.review.access.OidcLogins.Login;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** People log in at a provider of OpenID Connect: authorization code with PKCE, state, nonce, and a signed token. */
public final class OidcGate implements Gate {

    private static final Logger LOG = LoggerFactory.getLogger(OidcGate.class);
    private static final int REFUSED = 401;
    private static final int UNAVAILABLE = 503;

    private final OidcSettings settings;
    private final OidcProvider provider;
    private final OidcLogins logins;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final LoginLog log = new LoginLog();
    private final Clock clock;

    /** Lets those in whom the provider names, with the roles that it gives them. */
    public OidcGate(OidcSettings oidc, LoginSettings settings, Clock clock) {
        this.settings = oidc;
        this.clock = clock;
        provider = new OidcProvider(oidc);
        logins = new OidcLogins(clock);
        sessions = new Sessions(clock, settings.idle(), settings.whole());
        cookie = new SessionCookie(settings.proxied());
    }

    @Override
    public Optional<Visitor> visitor(Context request) {
        return cookie.of(request).flatMap(sessions::use).map(session -> new Visitor(session.name(), session.roles(), session.csrf()));
    }

    @Override
    public boolean hasLogin() {
        return true;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/login", request -> Refusals.way(request, "oidc"));
        routes.get("/api/login/start", this::start);
        routes.get(OidcSettings.END, this::end);
        routes.post("/api/logout", this::logout);
    }

    private void start(Context request) {
        String state = new State().getValue();
        Login login = new Login(new State().getValue(), new Nonce(), new CodeVerifier(), clock.instant());
        try {
            String address = provider.begin(state, login).toString();
            logins.begin(state, login);
            cookie.setBegun(request, login.browser());
            request.redirect(address);
        } catch (IOException e) {
            LOG.error("nobody can log in", e);
            Refusals.refuse(request, UNAVAILABLE, AccessFault.PROVIDER_UNAVAILABLE);
        }
    }

    private void end(Context request) {
        String address = cookie.address(request);
        Optional<Login> login = logins.end(given(request, "state"), cookie.begun(request).orElse(""));
        cookie.removeBegun(request);
        try {
            String code = given(request, "code");
            Optional<IDTokenClaimsSet> claims = login.isEmpty() || code.isEmpty() ? Optional.empty() : provider.end(code, login.get());
            String name = claims.map(known -> known.getStringClaim(settings.name())).orElse("");
            Set<Role> roles = claims.map(this::roles).orElse(Set.of());
            if (!UsersFile.isName(name) || roles.isEmpty()) {
                log.write(Event.REFUSED, name, address);
                Refusals.refuse(request, REFUSED, claims.isEmpty() ? AccessFault.LOGIN_REFUSED : AccessFault.ROLES_MISSING);
                return;
            }
            cookie.of(request).ifPresent(sessions::end);
            cookie.set(request, sessions.begin(name, roles, ""));
            log.write(Event.GRANTED, name, address);
            request.redirect("/");
        } catch (IOException e) {
            LOG.error("nobody can log in", e);
            Refusals.refuse(request, UNAVAILABLE, AccessFault.PROVIDER_UNAVAILABLE);
        }
    }

    private static String given(Context request, String parameter) {
        return Optional.ofNullable(request.queryParam(parameter)).orElse("");
    }

    private Set<Role> roles(IDTokenClaimsSet claims) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Object claim = claims.getClaim(settings.roles());
        Collection<?> named = claim instanceof Collection<?> several ? several : Set.of(String.valueOf(claim));
        for (Role role : Role.values()) {
            if (named.contains(role.name().toLowerCase(Locale.ROOT))) {
                roles.add(role);
            }
        }
        return roles;
    }

    private void logout(Context request) {
        visitor(request).ifPresent(visitor -> log.write(Event.LOGGED_OUT, visitor.name(), cookie.address(request)));
        cookie.of(request).ifPresent(sessions::end);
        cookie.remove(request);
        request.status(204);
    }
}
