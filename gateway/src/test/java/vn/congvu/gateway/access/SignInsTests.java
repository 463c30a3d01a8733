package vn.congvu.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import vn.congvu.contracts.Role;
import vn.congvu.gateway.access.SignIn.Door;
import vn.congvu.gateway.testing.GatewayTest;
import vn.congvu.platform.testing.MutableClock;

@GatewayTest
class SignInsTests {
    private final MutableClock clock = new MutableClock();
    private Account account;
    private SignIns signIns;

    @Autowired
    MongoTemplate mongo;

    @Autowired
    Accounts accounts;

    @Autowired
    AccessRecords records;

    @BeforeEach
    void somebody() {
        var name = "somebody." + UUID.randomUUID().toString().substring(0, 8);
        account = accounts.add(
                new Account(name, "hash", Set.of(Role.AUDITOR), null, null, true, null, null, false, null));
        signIns = new SignIns(
                mongo,
                accounts,
                new SignInProperties(
                        Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofHours(12), Duration.ofMinutes(10)),
                clock,
                records);
    }

    @Test
    void anIdleBrowserIsSignedOut() {
        var token = signIns.start(account, Door.BROWSER).token();
        clock.advance(Duration.ofMinutes(31));

        assertThat(signIns.find(token, Door.BROWSER)).isEmpty();
    }

    @Test
    void aBusyBrowserStaysUntilItsTimeIsUp() {
        var token = signIns.start(account, Door.BROWSER).token();
        for (int hour = 0; hour < 23; hour++) {
            clock.advance(Duration.ofMinutes(29));
            assertThat(signIns.find(token, Door.BROWSER)).isPresent();
        }
        clock.advance(Duration.ofHours(1));

        assertThat(signIns.find(token, Door.BROWSER)).isEmpty();
    }

    @Test
    void aTokenIsGoodAtItsOwnDoorOnly() {
        var token = signIns.start(account, Door.PROGRAM).token();

        assertThat(signIns.find(token, Door.BROWSER)).isEmpty();
        assertThat(signIns.find(token, Door.PROGRAM)).isPresent();
    }

    @Test
    void halfASignInOpensNothingAndEndsSoon() {
        var token = signIns.start(account, Door.HALF).token();

        assertThat(signIns.find(token, Door.BROWSER)).isEmpty();
        assertThat(signIns.find(token, Door.PROGRAM)).isEmpty();
        assertThat(signIns.findHalf(token)).isPresent();

        clock.advance(Duration.ofMinutes(11));
        assertThat(signIns.findHalf(token)).isEmpty();
    }

    @Test
    void rolesAreThoseOfNow() {
        var token = signIns.start(account, Door.PROGRAM).token();
        accounts.replace(new Account(
                account.username(),
                "hash",
                Set.of(Role.MONITOR),
                null,
                null,
                true,
                null,
                null,
                false,
                account.version()));

        assertThat(signIns.find(token, Door.PROGRAM).orElseThrow().roles()).containsExactly(Role.MONITOR);
    }

    @Test
    void theDatabaseHoldsNoToken() {
        var token = signIns.start(account, Door.BROWSER).token();

        assertThat(mongo.find(ofThisAccount(), Document.class, "sign_ins").toString())
                .doesNotContain(token);
    }

    @Test
    void whatHasEndedIsRemoved() {
        var token = signIns.start(account, Door.PROGRAM).token();
        clock.advance(Duration.ofDays(2));
        signIns.start(account, Door.PROGRAM);

        assertThat(mongo.find(ofThisAccount(), SignIn.class))
                .noneMatch(signIn -> signIn.endsAt().isBefore(clock.instant()));
        assertThat(signIns.find(token, Door.PROGRAM)).isEmpty();
    }

    private Query ofThisAccount() {
        return Query.query(where("username").is(account.username()));
    }
}
