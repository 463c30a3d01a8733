package vn.congvu.platform.testing;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/**
 * Every shape of query that the tests of this JVM send to the database, compared with the indexes that the migrations declare.
 * The embedded store answers each query by a scan, so only this shows that none would be one on a server.
 */
public final class QueryCatalogue implements CommandListener {
    private static final Set<String> PLUMBING = Set.of("migrations", "system.indexes");
    private static final Set<String> RANGES =
            Set.of("$gt", "$gte", "$lt", "$lte", "$ne", "$regex", "$exists", "$not", "$nin");

    private final Map<Shape, String> shapes = new ConcurrentHashMap<>();
    private final Map<String, Set<List<String>>> indexes = new ConcurrentHashMap<>();

    /** Fields by their role in a query: an index serves it when it begins with the equalities, then the sort, then a range. */
    record Shape(String collection, Set<String> equalities, List<String> sort, Set<String> ranges) {
        @Override
        public String toString() {
            return collection + " where " + equalities + " range " + ranges + " sort " + sort;
        }
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        var command = event.getCommand();
        switch (event.getCommandName()) {
            case "find" -> note(command.getString("find").getValue(), filter(command, "filter"), sort(command), "find");
            case "count" -> note(command.getString("count").getValue(), filter(command, "query"), List.of(), "count");
            case "findAndModify" ->
                note(
                        command.getString("findAndModify").getValue(),
                        filter(command, "query"),
                        sort(command),
                        "findAndModify");
            case "update" -> many(command, "update", "updates");
            case "delete" -> many(command, "delete", "deletes");
            case "aggregate" -> aggregate(command);
            case "createIndexes" -> declare(command);
            default -> {
                // other commands search for nothing
            }
        }
    }

    /** The shapes that no declared index serves and that no line of the list allows. */
    public List<String> unserved(List<String> allowed) {
        return shapes.keySet().stream()
                .filter(shape -> !isServed(shape))
                .map(Shape::toString)
                .filter(shape -> allowed.stream().noneMatch(shape::startsWith))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    boolean isServed(Shape shape) {
        if (shape.equalities().contains("_id") || PLUMBING.contains(shape.collection())) {
            return true;
        }
        if (shape.equalities().isEmpty()
                && shape.ranges().isEmpty()
                && shape.sort().isEmpty()) {
            return false;
        }
        var declared = new LinkedHashSet<>(indexes.getOrDefault(shape.collection(), Set.of()));
        declared.add(List.of("_id"));
        return declared.stream().anyMatch(index -> serves(index, shape));
    }

    /** Equalities first in any order, then the sort in its order, then one of the ranges, each as far as the index goes. */
    private static boolean serves(List<String> index, Shape shape) {
        int at = 0;
        var left = new TreeSet<>(shape.equalities());
        while (at < index.size() && left.remove(index.get(at))) {
            at++;
        }
        var rest = index.subList(at, index.size());
        var sort = shape.sort().stream()
                .filter(field -> !shape.equalities().contains(field))
                .toList();
        if (!sort.isEmpty()) {
            return rest.size() >= sort.size() && rest.subList(0, sort.size()).equals(sort);
        }
        return at > 0 || (!rest.isEmpty() && shape.ranges().contains(rest.getFirst()));
    }

    private void note(String collection, BsonDocument filter, List<String> sort, String command) {
        var equalities = new TreeSet<String>();
        var ranges = new TreeSet<String>();
        collect(filter, equalities, ranges);
        ranges.removeAll(equalities);
        var shape = new Shape(collection, equalities, sort, ranges);
        // who asked is looked for on the stack, which costs more than many a query: not again for what is known
        if (!shapes.containsKey(shape) && !askedByATest()) {
            shapes.put(shape, command);
        }
    }

    /** A test may look behind the scenes by any field: only what the service itself asks counts. */
    private static boolean askedByATest() {
        return StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> name.startsWith("vn.congvu.") && !name.startsWith(QueryCatalogue.class.getName() + "$"))
                .filter(name -> !name.equals(QueryCatalogue.class.getName()))
                .findFirst()
                .filter(name -> name.matches(".*(Tests|IT|EventsSeen)(\\$.*)?"))
                .isPresent());
    }

    private static void collect(BsonDocument filter, Set<String> equalities, Set<String> ranges) {
        filter.forEach((field, value) -> {
            if ("$and".equals(field)) {
                value.asArray().forEach(part -> collect(part.asDocument(), equalities, ranges));
            } else if (field.startsWith("$")) {
                ranges.add(field);
            } else {
                (isRange(value) ? ranges : equalities).add(field);
            }
        });
    }

    private static boolean isRange(BsonValue value) {
        return value.isRegularExpression()
                || (value.isDocument() && value.asDocument().keySet().stream().anyMatch(RANGES::contains));
    }

    private void many(BsonDocument command, String name, String parts) {
        if (command.containsKey(parts)) {
            command.getArray(parts)
                    .forEach(part -> note(
                            command.getString(name).getValue(),
                            part.asDocument().getDocument("q"),
                            List.of(),
                            name));
        }
    }

    private void aggregate(BsonDocument command) {
        var first = command.getArray("pipeline").stream().findFirst();
        var filter = first.filter(stage -> stage.asDocument().containsKey("$match"))
                .map(stage -> stage.asDocument().getDocument("$match"))
                .orElseGet(BsonDocument::new);
        if (command.isString("aggregate")) {
            note(command.getString("aggregate").getValue(), filter, List.of(), "aggregate");
        }
    }

    private void declare(BsonDocument command) {
        var collection = command.getString("createIndexes").getValue();
        command.getArray("indexes").forEach(index -> indexes.computeIfAbsent(
                        collection, any -> ConcurrentHashMap.newKeySet())
                .add(new ArrayList<>(index.asDocument().getDocument("key").keySet())));
    }

    private static BsonDocument filter(BsonDocument command, String name) {
        return command.getDocument(name, new BsonDocument());
    }

    private static List<String> sort(BsonDocument command) {
        return new ArrayList<>(command.getDocument("sort", new BsonDocument()).keySet());
    }
}
