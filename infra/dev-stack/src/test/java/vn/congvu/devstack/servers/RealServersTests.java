package vn.congvu.devstack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.congvu.embedded.EmbeddedBroker;
import vn.congvu.embedded.EmbeddedDatabase;

class RealServersTests {
    @TempDir
    Path folder;

    @Test
    void findsADatabaseThatAnswersAndOneThatDoesNot() throws Exception {
        var port = freePort();
        try (var database = EmbeddedDatabase.inMemory(port)) {
            RealServers.checkDatabase(database.uri(""));
        }
        assertThatThrownBy(() -> RealServers.checkDatabase("mongodb://127.0.0.1:" + port))
                .hasMessageContaining("Timed out");
    }

    @Test
    void findsABrokerThatAnswersAndOneThatDoesNotKnowUs() throws Exception {
        try (var broker = EmbeddedBroker.inMemory(folder, freePort())) {
            RealServers.checkBroker(broker.uri());
            var wrongPassword = broker.uri().replace("demo-only", "wrong");
            assertThatThrownBy(() -> RealServers.checkBroker(wrongPassword)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void putsTheNameOfTheDatabaseWhereItBelongsInAUri() {
        assertThat(RealServers.inDatabase("mongodb://h:1", "cases")).isEqualTo("mongodb://h:1/cases");
        assertThat(RealServers.inDatabase("mongodb://a,b/?w=majority", "cases"))
                .isEqualTo("mongodb://a,b/cases?w=majority");
        assertThat(RealServers.inDatabase("mongodb://u:p@h/admin?w=1", "cases"))
                .isEqualTo("mongodb://u:p@h/cases?w=1&authSource=admin");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
