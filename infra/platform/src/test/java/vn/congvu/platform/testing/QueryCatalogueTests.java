package vn.congvu.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ConnectionDescription;
import com.mongodb.connection.ServerId;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryCatalogueTests {
    private final QueryCatalogue catalogue = new QueryCatalogue();

    @BeforeEach
    void anIndexOfStateAndTime() {
        send("createIndexes", "{createIndexes: 'cases', indexes: [{key: {state: 1, dueAt: 1}, name: 'due'}]}");
    }

    @Test
    void findsAQueryThatWouldBeAScan() {
        send("find", "{find: 'cases', filter: {agency: 'SNV'}}");

        assertThat(catalogue.unserved(List.of())).containsExactly("cases where [agency] range [] sort []");
    }

    @Test
    void acceptsEqualityThenSortOrRange() {
        send("find", "{find: 'cases', filter: {state: 'OPEN'}, sort: {dueAt: 1}}");
        send("find", "{find: 'cases', filter: {state: 'OPEN', dueAt: {$lte: 5}}}");
        send("findAndModify", "{findAndModify: 'cases', query: {$and: [{_id: 'x'}, {version: 3}]}}");

        assertThat(catalogue.unserved(List.of())).isEmpty();
    }

    @Test
    void findsASortThatNoIndexGives() {
        send("find", "{find: 'cases', filter: {state: 'OPEN'}, sort: {agency: 1}}");

        assertThat(catalogue.unserved(List.of())).hasSize(1);
    }

    @Test
    void findsARangeBeforeItsEquality() {
        send("find", "{find: 'cases', filter: {dueAt: {$lte: 5}}}");

        assertThat(catalogue.unserved(List.of())).hasSize(1);
        assertThat(catalogue.unserved(List.of("cases where [] range [dueAt]"))).isEmpty();
    }

    private void send(String name, String command) {
        var connection = new ConnectionDescription(new ServerId(new ClusterId(), new ServerAddress()));
        SentByAService.send(
                catalogue, new CommandStartedEvent(null, 1, 1, connection, "db", name, BsonDocument.parse(command)));
    }
}

/** Stands for main code: what tests ask themselves does not count. */
final class SentByAService {
    private SentByAService() {}

    static void send(QueryCatalogue catalogue, CommandStartedEvent event) {
        catalogue.commandStarted(event);
    }
}
