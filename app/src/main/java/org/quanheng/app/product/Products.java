package org.quanheng.app.product;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quanheng.app.audit.AuditRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue. A published version is never changed; a change is a new version. */
@Component
public class Products {
    private static final int MOST_CACHED = 1_000;

    /** How long another server may go on with the version that was the newest before. */
    private static final Duration NEWEST_KNOWN_FOR = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final AuditRecords audit;
    private final Clock clock;
    private final LoadingCache<Version, Product> published =
            Caffeine.newBuilder().maximumSize(MOST_CACHED).build(this::load);
    private final LoadingCache<String, Optional<Product>> newest = Caffeine.newBuilder()
            .maximumSize(MOST_CACHED)
            .expireAfterWrite(NEWEST_KNOWN_FOR)
            .build(this::newestNow);

    private record Version(String id, int version) {}

    Products(JdbcClient jdbc, AuditRecords audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Publishes a product document as a new version. */
    @Transactional
    public Product publish(String by, String document) {
        Product product = Product.parse(document);
        jdbc.sql(
                        "insert into product_version (id, version, document, published_by, published_at) values (?, ?, ?, ?, ?)")
                .params(product.id(), product.version(), document, by, Timestamp.from(clock.instant()))
                .update();
        audit.write(by, "product.publish", "product:" + product.id(), Map.of("version", product.version()));
        newest.invalidateAll();
        return product;
    }

    /** A published version. */
    public Product version(String id, int version) {
        return published.get(new Version(id, version));
    }

    /** The newest version of a product. */
    public Optional<Product> newest(String id) {
        return newest.get(id);
    }

    private Optional<Product> newestNow(String id) {
        return jdbc.sql("select max(version) from product_version where id = ? having max(version) is not null")
                .param(id)
                .query(Integer.class)
                .optional()
                .map(version -> version(id, version));
    }

    /** The newest version of every product, by id. */
    public List<Product> all() {
        return jdbc
                .sql("select id, max(version) as version from product_version group by id order by id")
                .query((row, n) -> new Version(row.getString("id"), row.getInt("version")))
                .list()
                .stream()
                // Only now, when the query has given its connection back: a version that is not cached is read by
                // another one.
                .map(published::get)
                .toList();
    }

    private Product load(Version key) {
        return jdbc.sql("select document from product_version where id = ? and version = ?")
                .params(key.id(), key.version())
                .query(String.class)
                .optional()
                .map(Product::parse)
                .orElseThrow(() -> new IllegalStateException("expected a published product " + key + ", found none"));
    }
}
