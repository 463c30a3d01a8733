package vn.congvu.gateway.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import vn.congvu.contracts.Bilingual;
import vn.congvu.contracts.Role;
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

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignIns signIns;

    LocalAccounts(Accounts accounts, Passwords passwords, SignIns signIns) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIns = signIns;
    }

    /** An account without its password. */
    public record AccountView(
            String username,
            Set<Role> roles,
            @Nullable String agencyCode,
            @Nullable String title,
            boolean enabled) {}

    public record NewAccount(
            @Nullable String username,
            @Nullable String password,
            @Nullable Set<Role> roles,
            @Nullable String agencyCode,
            @Nullable String title) {}

    /** What is absent stays as it is. */
    public record Change(
            @Nullable String password,
            @Nullable Set<Role> roles,
            @Nullable String agencyCode,
            @Nullable String title,
            @Nullable Boolean enabled) {}

    /** @param cursor of the page before, absent for the first */
    public Page<AccountView> list(@Nullable String cursor, int size) {
        int items = Math.clamp(size, 1, LARGEST_PAGE);
        var after = cursor == null
                ? null
                : Cursor.decode(cursor, 1)
                        .map(place -> place.values().getFirst())
                        .orElse(null);
        var found = accounts.page(after, items + 1);
        var shown = found.stream().limit(items).map(LocalAccounts::view).toList();
        var next = found.size() > items ? new Cursor(List.of(shown.getLast().username())).encode() : null;
        return new Page<>(shown, next);
    }

    /** @throws Problem if there is none */
    public AccountView get(String username) {
        return view(existing(username));
    }

    /** @throws Problem if the name is taken or something is missing */
    public AccountView add(NewAccount asked) {
        List<FieldProblem> wrong = new ArrayList<>();
        var username = asked.username() == null ? "" : asked.username();
        var password = asked.password() == null ? "" : asked.password();
        var roles = asked.roles() == null ? Set.<Role>of() : asked.roles();
        if (!Account.isUsername(username)) {
            wrong.add(new FieldProblem("username", USERNAME_RULE));
        }
        checkPassword(password, wrong);
        checkRoles(roles, wrong);
        refuseIfWrong(wrong);
        try {
            return view(accounts.add(new Account(
                    username, passwords.hash(password), roles, asked.agencyCode(), asked.title(), true, null)));
        } catch (DuplicateKeyException taken) {
            throw new Problem(AccessProblems.NAME_TAKEN, TAKEN);
        }
    }

    /** A new password, other roles or a disabled account end every sign-in of it. */
    public AccountView change(String username, Change asked) {
        var account = existing(username);
        List<FieldProblem> wrong = new ArrayList<>();
        if (asked.password() != null) {
            checkPassword(asked.password(), wrong);
        }
        if (asked.roles() != null) {
            checkRoles(asked.roles(), wrong);
        }
        refuseIfWrong(wrong);
        var changed = accounts.replace(new Account(
                account.username(),
                asked.password() == null ? account.passwordHash() : passwords.hash(asked.password()),
                asked.roles() == null ? account.roles() : asked.roles(),
                asked.agencyCode() == null ? account.agencyCode() : asked.agencyCode(),
                asked.title() == null ? account.title() : asked.title(),
                asked.enabled() == null ? account.enabled() : asked.enabled(),
                account.version()));
        if (asked.password() != null || !changed.roles().equals(account.roles()) || !changed.enabled()) {
            signIns.endAllOf(changed.username());
        }
        return view(changed);
    }

    private Account existing(String username) {
        return accounts.find(username).orElseThrow(() -> new Problem(AccessProblems.NO_SUCH_ACCOUNT, NONE));
    }

    private static void checkPassword(String password, List<FieldProblem> wrong) {
        if (password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST) {
            wrong.add(new FieldProblem("password", PASSWORD_RULE));
        }
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
                account.username(), account.roles(), account.agencyCode(), account.title(), account.enabled());
    }

    private static final Bilingual USERNAME_RULE = new Bilingual(
            "Tên đăng nhập gồm chữ thường không dấu, số, dấu chấm, gạch; tối đa 64 ký tự.",
            "A username has lower-case letters a-z, digits, dots and dashes, at most 64.");
    private static final Bilingual PASSWORD_RULE = new Bilingual(
            "Mật khẩu cần từ 15 đến 200 ký tự. Một câu dễ nhớ là tốt nhất.",
            "A password has 15 to 200 characters. A sentence you remember is best.");
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
