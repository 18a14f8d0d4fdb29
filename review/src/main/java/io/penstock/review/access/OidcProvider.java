package io.penstock.review.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientInformation;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.penstock.review.access.OidcLogins.Login;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider: what is asked of it, and what of its answers is believed. Asks for its own addresses once, at the first log-in. */
final class OidcProvider {

    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
    private static final int TIMEOUT_MILLIS = 10_000;

    private final OidcSettings settings;
    private final ClientID client;
    private volatile OIDCProviderMetadata known;

    OidcProvider(OidcSettings settings) {
        this.settings = settings;
        client = new ClientID(settings.client());
    }

    /** Returns where a browser goes to log in. */
    URI begin(String state, Login login) throws IOException {
        Scope scope = new Scope("openid");
        settings.scopes().forEach(scope::add);
        return new AuthenticationRequest.Builder(ResponseType.CODE, scope, client, settings.end())
            .endpointURI(metadata().getAuthorizationEndpointURI())
            .state(new State(state))
            .nonce(login.nonce())
            .codeChallenge(login.verifier(), CodeChallengeMethod.S256)
            .build().toURI();
    }

    /** Returns what the provider says of who came back with a code; empty where it says nothing that can be believed. */
    Optional<IDTokenClaimsSet> end(String code, Login login) throws IOException {
        try {
            AuthorizationCodeGrant grant = new AuthorizationCodeGrant(new AuthorizationCode(code), settings.end(), login.verifier());
            URI endpoint = metadata().getTokenEndpointURI();
            TokenRequest request = settings.secret()
                .map(secret -> new TokenRequest.Builder(endpoint, new ClientSecretBasic(client, new Secret(secret)), grant).build())
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant).build());
            HTTPRequest http = request.toHTTPRequest();
            http.setConnectTimeout(TIMEOUT_MILLIS);
            http.setReadTimeout(TIMEOUT_MILLIS);
            TokenResponse response = OIDCTokenResponseParser.parse(http.send());
            if (!response.indicatesSuccess()) {
                LOG.warn("the provider refuses the code: {}", response.toErrorResponse().getErrorObject().getCode());
                return Optional.empty();
            }
            OIDCClientMetadata usual = new OIDCClientMetadata();
            usual.applyDefaults(); // tokens are signed with the provider's RSA key: one that is not is refused
            IDTokenValidator validator = IDTokenValidator.create(metadata(), new OIDCClientInformation(client, usual));
            return Optional.of(validator.validate(response.toSuccessResponse().getTokens().toOIDCTokens().getIDToken(), login.nonce()));
        } catch (GeneralException | JOSEException | BadJOSEException e) {
            LOG.warn("what the provider answers is not believed: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private OIDCProviderMetadata metadata() throws IOException {
        if (known == null) {
            try {
                known = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), TIMEOUT_MILLIS, TIMEOUT_MILLIS);
            } catch (GeneralException e) {
                throw new IOException("the provider " + settings.issuer() + " does not say what it is: " + e.getMessage(), e);
            }
        }
        return known;
    }
}
