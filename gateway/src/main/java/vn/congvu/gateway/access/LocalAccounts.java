package vn.congvu.gateway.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Role;
import vn.congvu.platform.audit.AuditAction;
import vn.congvu.platform.paging.Cursor;
import vn.congvu.platform.paging.Page;
import vn.congvu.platform.problem.FieldProblem;
import vn.congvu.platform.problem.Problem;

/** What an administrator does with accounts. */
@Component
public class LocalAccounts {
    private static final int LARGEST_PAGE = 200;
    /** Nobody is these by an account: anyone is a citizen, and services sign their own tokens. */
    private static final Set<Role> NOT_FOR_ACCOUNTS = Set.of(Role.CITIZEN, Role.SERVICE);

    private static final Duration INVITATION_LASTS = Duration.ofHours(72);

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final KnownBrowsers browsers;
    private final SignIns signIns;
    private final AccessRecords records;
    private final Clock machineClock = Clock.systemUTC();

    LocalAccounts(
            Accounts accounts, Passkeys passkeys, KnownBrowsers browsers, SignIns signIns, AccessRecords records) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.browsers = browsers;
        this.signIns = signIns;
        this.records = records;
    }

    /** An account without its password. */
    public record AccountView(
            String username,
            Set<Role> roles,
            @Nullable String agencyCode,
            @Nullable String title,
            boolean enabled,
            boolean invited) {}

    /**
     * An account with the code with which its office sets the first password.
     *
     * @param code shown this once
     */
    public record Invited(AccountView account, String code, Instant expiresAt) {}

    public record NewAccount(
            @Nullable String username,
            @Nullable Set<Role> roles,
            @Nullable String agencyCode,
            @Nullable String title) {}

    /** What is absent stays as it is. */
    public record Change(
            @Nullable Set<Role> roles,
            @Nullable String agencyCode,
            @Nullable String title,
            @Nullable Boolean enabled) {}

    /** @param cursor of the page before, absent for the first */
    public Page<AccountView> list(String prefix, @Nullable String cursor, int size) {
        int items = Math.clamp(size, 1, LARGEST_PAGE);
        var after = cursor == null
                ? null
                : Cursor.decode(cursor, 1)
                        .map(place -> place.values().getFirst())
                        .orElse(null);
        var found = accounts.page(prefix.strip().toLowerCase(Locale.ROOT), after, items + 1);
        var shown = found.stream().limit(items).map(LocalAccounts::view).toList();
        var next = found.size() > items ? new Cursor(List.of(shown.getLast().username())).encode() : null;
        return new Page<>(shown, next);
    }

    /** @throws Problem if there is none */
    public AccountView get(String username) {
        return view(existing(username));
    }

    /** @throws Problem if the name is taken or something is missing */
    public Invited add(NewAccount asked) {
        List<FieldProblem> wrong = new ArrayList<>();
        var username = asked.username() == null ? "" : asked.username();
        var roles = asked.roles() == null ? Set.<Role>of() : asked.roles();
        if (!Account.isUsername(username)) {
            wrong.add(new FieldProblem("username", USERNAME_RULE));
        }
        checkRoles(roles, wrong);
        refuseIfWrong(wrong);
        records.changing(AuditAction.ACCOUNT_CHANGED, username, "new " + new TreeSet<>(roles));
        try {
            var code = OneTimeCode.draw();
            var invitation = invitation(code);
            var added = accounts.add(Account.invited(username, roles, asked.agencyCode(), asked.title(), invitation));
            return new Invited(view(added), code, invitation.expiresAt());
        } catch (DuplicateKeyException taken) {
            throw new Problem(AccessProblems.NAME_TAKEN, TAKEN);
        }
    }

    /** Starts an account over, for a forgotten password or a lost phone: ends its sign-ins and its second factor. */
    public Invited invite(String username) {
        var account = existing(username);
        var code = OneTimeCode.draw();
        var invitation = invitation(code);
        records.changing(AuditAction.ACCOUNT_CHANGED, account.username(), "invitation");
        var invited = accounts.replace(account.withInvitation(invitation));
        passkeys.removeAllOf(account.username());
        browsers.forgetAllOf(account.username());
        signIns.endAllOf(account.username());
        return new Invited(view(invited), code, invitation.expiresAt());
    }

    /** Other roles, another agency or a disabled account end every sign-in of it. */
    public AccountView change(String username, Change asked) {
        var account = existing(username);
        List<FieldProblem> wrong = new ArrayList<>();
        if (asked.roles() != null) {
            checkRoles(asked.roles(), wrong);
        }
        refuseIfWrong(wrong);
        records.changing(AuditAction.ACCOUNT_CHANGED, account.username(), what(asked));
        var changed = accounts.replace(new Account(
                account.username(),
                account.passwordHash(),
                asked.roles() == null ? account.roles() : asked.roles(),
                asked.agencyCode() == null ? account.agencyCode() : asked.agencyCode(),
                asked.title() == null ? account.title() : asked.title(),
                asked.enabled() == null ? account.enabled() : asked.enabled(),
                account.invitation(),
                account.totp(),
                account.tryOut(),
                account.version()));
        if (!changed.roles().equals(account.roles())
                || !Objects.equals(changed.agencyCode(), account.agencyCode())
                || !changed.enabled()) {
            signIns.endAllOf(changed.username());
        }
        return view(changed);
    }

    private static String what(Change asked) {
        return Stream.of(
                        asked.roles() == null ? "" : "roles " + new TreeSet<>(asked.roles()),
                        asked.agencyCode() == null ? "" : "agency",
                        asked.title() == null ? "" : "title",
                        asked.enabled() == null ? "" : asked.enabled() ? "enable" : "disable")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private Account.Invitation invitation(String code) {
        var expiresAt = Instant.now(machineClock).plus(INVITATION_LASTS).truncatedTo(ChronoUnit.MILLIS);
        return new Account.Invitation(OneTimeCode.hash(code), expiresAt);
    }

    private Account existing(String username) {
        return accounts.find(username).orElseThrow(() -> new Problem(AccessProblems.NO_SUCH_ACCOUNT, NONE));
    }

    private static void checkRoles(Set<Role> roles, List<FieldProblem> wrong) {
        if (roles.isEmpty() || roles.stream().anyMatch(NOT_FOR_ACCOUNTS::contains)) {
            wrong.add(new FieldProblem("roles", ROLES_RULE));
        }
    }

    private static void refuseIfWrong(List<FieldProblem> wrong) {
        if (!wrong.isEmpty()) {
            throw new Problem(AccessProblems.ACCOUNT_REFUSED, REFUSED, wrong);
        }
    }

    private static AccountView view(Account account) {
        return new AccountView(
                account.username(),
                account.roles(),
                account.agencyCode(),
                account.title(),
                account.enabled(),
                account.invitation() != null);
    }

    private static final Bilingual USERNAME_RULE = new Bilingual(
            "Tên đăng nhập gồm chữ thường không dấu, số, dấu chấm, gạch; tối đa 64 ký tự.",
            "A username has lower-case letters a-z, digits, dots and dashes, at most 64.");
    private static final Bilingual ROLES_RULE = new Bilingual(
            "Chọn ít nhất một vai trò của cán bộ hoặc chương trình.",
            "Choose at least one role of staff or of a program.");
    private static final Bilingual REFUSED =
            new Bilingual("Hãy sửa các mục bên dưới rồi gửi lại.", "Correct the fields below and send it again.");
    private static final Bilingual TAKEN =
            new Bilingual("Hãy chọn một tên đăng nhập khác.", "Choose another username.");
    private static final Bilingual NONE = new Bilingual(
            "Không có tài khoản với tên này. Hãy xem lại danh sách.",
            "There is no account of this name. Look at the list.");
}
