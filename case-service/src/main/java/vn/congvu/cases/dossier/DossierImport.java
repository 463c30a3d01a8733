package vn.congvu.cases.dossier;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.congvu.cases.calendar.WorkCalendars;
import vn.congvu.cases.policy.SlaPolicies;
import vn.congvu.contracts.Bilingual;
import vn.congvu.platform.problem.FieldProblem;
import vn.congvu.platform.problem.Problem;
import vn.congvu.platform.problem.Problems;

/** Takes what the one-stop system tells, row by row: good rows stay whatever is wrong with others. */
@Component
class DossierImport {
    private static final Logger LOG = LoggerFactory.getLogger(DossierImport.class);

    private final DossierDesk desk;
    private final WorkCalendars calendars;
    private final SlaPolicies policies;
    private final DossierProperties properties;

    DossierImport(DossierDesk desk, WorkCalendars calendars, SlaPolicies policies, DossierProperties properties) {
        this.desk = desk;
        this.calendars = calendars;
        this.policies = policies;
        this.properties = properties;
    }

    /**
     * @param accepted rows that were new or changed something
     * @param unchanged rows that said what was known
     */
    record Result(int accepted, int unchanged, List<Rejected> rejected) {}

    /**
     * @param index place in the JSON array, from 0
     * @param line line of the CSV file, the header is 1
     */
    record Rejected(
            @Nullable Integer index,
            @Nullable Long line,
            @Nullable String code,
            List<FieldProblem> errors) {
        static Rejected of(RawRow row, List<FieldProblem> errors) {
            return new Rejected(row.index(), row.line(), row.cells().get("code"), List.copyOf(errors));
        }
    }

    Result json(JsonNode array) {
        if (!array.isArray()) {
            throw Problems.invalid("$", "Phải là một mảng JSON.", "A JSON array is expected.");
        }
        if (array.size() > properties.maxRows()) {
            throw new Problem(
                    Problems.TOO_LARGE,
                    new Bilingual(
                            "Mỗi lần gửi nhiều nhất " + properties.maxRows()
                                    + " hồ sơ dạng JSON; hãy chia nhỏ, hoặc gửi tệp CSV tới /api/v1/dossiers/import.",
                            "At most " + properties.maxRows()
                                    + " dossiers as JSON at a time; send them in parts, or a CSV file to"
                                    + " /api/v1/dossiers/import."));
        }
        var rows = new ArrayList<RawRow>();
        for (int index = 0; index < array.size(); index++) {
            rows.add(row(index, array.get(index)));
        }
        return take(rows);
    }

    Result take(List<RawRow> rows) {
        var today = desk.today();
        var rejected = new ArrayList<Rejected>();
        var good = new ArrayList<RawRow>();
        var fed = new ArrayList<Fed>();
        for (RawRow row : rows) {
            var reader = new RowReader(row.cells(), today, calendars, this::lastReceipt);
            var read = row.errors().isEmpty() ? reader.read() : Optional.<Fed>empty();
            if (read.isEmpty()) {
                rejected.add(Rejected.of(row, row.errors().isEmpty() ? reader.errors() : row.errors()));
            } else {
                good.add(row);
                fed.add(read.get());
            }
        }
        var changed = feed(good, fed, rejected);
        int accepted = (int) Arrays.stream(changed).filter(Boolean.TRUE::equals).count();
        int unchanged =
                (int) Arrays.stream(changed).filter(Boolean.FALSE::equals).count();
        rejected.sort(Comparator.comparingLong(r -> r.index() != null ? r.index() : r.line() != null ? r.line() : 0));
        return new Result(accepted, unchanged, rejected);
    }

    private LocalTime lastReceipt(Instant at) {
        return policies.inForce(at).dossiers().lastReceipt();
    }

    /** All at once; where that fails, one by one, so that only the row to blame is left out. */
    private @Nullable Boolean[] feed(List<RawRow> rows, List<Fed> fed, List<Rejected> rejected) {
        try {
            return desk.feedAll(fed);
        } catch (DataAccessException away) {
            throw away;
        } catch (RuntimeException failed) {
            LOG.warn("{} dossiers are told one by one, as together they failed", fed.size(), failed);
        }
        var changed = new @Nullable Boolean[fed.size()];
        for (int i = 0; i < fed.size(); i++) {
            try {
                changed[i] = desk.feed(fed.get(i));
            } catch (DataAccessException away) {
                throw away;
            } catch (RuntimeException failed) {
                LOG.error("dossier {} could not be taken", fed.get(i).code(), failed);
                rejected.add(Rejected.of(
                        rows.get(i),
                        List.of(wrong(
                                "$",
                                "Hệ thống không xử lý được dòng này; hãy báo quản trị hệ thống.",
                                "The system could not deal with this row; tell its administrator."))));
            }
        }
        return changed;
    }

    private static RawRow row(int index, JsonNode node) {
        var values = new HashMap<String, String>();
        var errors = new ArrayList<FieldProblem>();
        if (!node.isObject()) {
            errors.add(wrong("$", "Phải là một đối tượng JSON.", "A JSON object is expected."));
        } else {
            node.properties().forEach(property -> {
                if (property.getKey().equals("applicant") && property.getValue().isObject()) {
                    property.getValue()
                            .properties()
                            .forEach(inner ->
                                    put("applicant" + capital(inner.getKey()), inner.getValue(), values, errors));
                } else {
                    put(property.getKey(), property.getValue(), values, errors);
                }
            });
        }
        return new RawRow(index, null, values, errors);
    }

    private static void put(String name, JsonNode value, Map<String, String> values, List<FieldProblem> errors) {
        if (value.isContainer()) {
            errors.add(wrong(name, "Phải là một giá trị đơn.", "A single value is expected."));
        } else if (!value.isNull()) {
            values.put(name, value.asString());
        }
    }

    private static String capital(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static FieldProblem wrong(String field, String vi, String en) {
        return new FieldProblem(field, new Bilingual(vi, en));
    }
}
