package vn.congvu.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.congvu.contracts.Role;
import vn.congvu.platform.testing.TestKeys;

/** A token serves several calls, and only those for which it was issued. */
class ReusedTokensTests {
    private static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final Caller HEAD = new Caller("head.snv", Set.of(Role.AGENCY_HEAD), "SNV", "Giám đốc Sở Nội vụ");
    private static final ClientAddress HERE = new ClientAddress("203.0.113.9");

    private Instant now = Instant.parse("2026-03-02T02:00:00Z");
    private final ServiceTokens gateway = new ServiceTokens("gateway", TestKeys.TOKENS, LIFETIME, () -> now);
    private final ServiceTokens cases = new ServiceTokens("case-service", TestKeys.TOKENS, LIFETIME, () -> now);

    @Test
    void servesTheSameCallForHalfOfItsLife() {
        var token = gateway.issue("case-service", HEAD, HERE);

        now = now.plusSeconds(29);
        assertThat(gateway.issue("case-service", HEAD, HERE)).isEqualTo(token);
        now = now.plusSeconds(1);
        assertThat(gateway.issue("case-service", HEAD, HERE)).isNotEqualTo(token);
    }

    @Test
    void isAnotherOneWhereverAnythingDiffersThatItSays() {
        var other = List.of(
                gateway.issue("case-service", HEAD, HERE),
                gateway.issue("intake-service", HEAD, HERE),
                gateway.issue("case-service", HEAD, new ClientAddress("203.0.113.10")),
                gateway.issue("case-service", HEAD, ClientAddress.UNKNOWN),
                gateway.issue("case-service", new Caller("head.syt", HEAD.roles(), "SNV", HEAD.title()), HERE),
                gateway.issue("case-service", new Caller("head.snv", HEAD.roles(), "SYT", HEAD.title()), HERE),
                gateway.issue("case-service", new Caller("head.snv", HEAD.roles(), null, HEAD.title()), HERE),
                gateway.issue("case-service", new Caller("head.snv", HEAD.roles(), "SNV", null), HERE),
                gateway.issue("case-service", new Caller("head.snv", Set.of(), "SNV", HEAD.title()), HERE),
                gateway.issue("case-service", Caller.anonymous(), HERE));

        assertThat(other).doesNotHaveDuplicates();
    }

    @Test
    void givesNobodyTheTokenOfAnotherWhenManyCallAtOnce() throws ExecutionException, InterruptedException {
        List<Future<String>> tokens;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            tokens = threads.invokeAll(IntStream.range(0, 400)
                    .<Callable<String>>mapToObj(n -> () -> gateway.issue("case-service", officer(n % 8)))
                    .toList());
        }

        for (int n = 0; n < tokens.size(); n++) {
            assertThat(cases.verify(tokens.get(n).get())).contains(officer(n % 8));
        }
    }

    @Test
    void isNotReusedAfterTheClockWasPutBack() {
        var token = gateway.issue("case-service", HEAD);
        now = now.minus(Duration.ofHours(1));

        var another = gateway.issue("case-service", HEAD);
        assertThat(another).isNotEqualTo(token);
        assertThat(cases.verify(another)).contains(HEAD);
        assertThat(cases.verify(token)).as("one of the future").isEmpty();
    }

    @Test
    void isRefusedAfterItsEndEvenWhenRemembered() {
        var token = gateway.issue("case-service", HEAD);
        assertThat(cases.verify(token)).contains(HEAD);
        assertThat(cases.verify(token)).as("remembered").contains(HEAD);

        now = now.plus(LIFETIME).plusSeconds(5);
        assertThat(cases.verify(token)).isEmpty();
    }

    @Test
    void isRefusedWithOneCharacterChangedWhileTheGoodOneIsRemembered() {
        var token = gateway.issue("case-service", HEAD);
        assertThat(cases.verify(token)).isPresent();

        int payload = token.indexOf('.') + 3;
        assertThat(cases.verify(changed(token, payload))).isEmpty();
        assertThat(cases.verify(changed(token, token.length() - 10))).isEmpty();
        assertThat(cases.verify(token.substring(0, token.lastIndexOf('.') + 1))).isEmpty();
    }

    @Test
    void goodForOneServiceIsRefusedByAnotherThatHasNotSeenIt() {
        var token = gateway.issue("case-service", HEAD);
        assertThat(cases.verify(token)).isPresent();

        var intake = new ServiceTokens("intake-service", TestKeys.TOKENS, LIFETIME, () -> now);
        assertThat(intake.verify(token)).isEmpty();
        assertThat(intake.verify(token)).as("asked again").isEmpty();
    }

    @Test
    void remembersNoMoreThanItMayHoweverManyCall() {
        var issued = new IssuedTokens(LIFETIME);
        var verified = new VerifiedTokens(LIFETIME);
        var call = new ServiceTokens.Call(HEAD, ClientAddress.UNKNOWN);
        for (int n = 0; n < 2 * IssuedTokens.MOST; n++) {
            var token = "token " + n;
            issued.get(new IssuedTokens.For("case-service", officer(n), HERE), now, () -> token);
            verified.remember(token, new VerifiedTokens.Verified(call, now, now.plus(LIFETIME)));
        }

        assertThat(issued.count()).isLessThanOrEqualTo(IssuedTokens.MOST);
        assertThat(verified.count()).isLessThanOrEqualTo(VerifiedTokens.MOST);
    }

    @Test
    void remembersNothingThatItRefused() {
        var verified = new VerifiedTokens(LIFETIME);
        var tokens = new ServiceTokens("case-service", TestKeys.TOKENS, LIFETIME, () -> now, verified);
        var asked = new HashSet<String>();
        for (int n = 0; n < 50; n++) {
            asked.add(gateway.issue("intake-service", officer(n)));
        }
        asked.add("a.b.c");

        assertThat(asked).allSatisfy(token -> assertThat(tokens.verify(token)).isEmpty());
        assertThat(verified.count()).isZero();
    }

    private static Caller officer(int number) {
        return new Caller("officer." + number, Set.of(Role.AGENCY_OFFICER), "C" + number, null);
    }

    private static String changed(String token, int at) {
        return token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
    }
}
