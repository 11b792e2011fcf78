// Draws charts from the tables of figures that stand below them: the table is the data, for the reader, the chart and the export alike.
"use strict";
(() => {
    const charts = new Map();
    const dark = window.matchMedia("(prefers-color-scheme: dark)");

    const token = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
    const number = (text) => (text === undefined || text === "" ? null : Number(text));
    const rows = (id) => [...document.querySelectorAll("#" + id + "-figures tbody tr")].map((row) => [...row.cells]);
    const heads = (id) => [...document.querySelectorAll("#" + id + "-figures thead th")].map((cell) => cell.textContent.trim());
    const percent = (value) => Math.round(value * 1000) / 10 + "%";

    const base = () => ({
        animation: false,
        textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: token("ink-2") },
        tooltip: {
            trigger: "axis",
            renderMode: "richText",
            confine: true,
            backgroundColor: token("surface"),
            borderColor: token("line-strong"),
            textStyle: { color: token("ink"), fontSize: 13 },
        },
    });
    const axis = (name, more) => ({
        name,
        nameTextStyle: { color: token("ink-2"), fontSize: 12 },
        axisLine: { lineStyle: { color: token("line-strong") } },
        axisTick: { show: false },
        axisLabel: { color: token("ink-2"), fontSize: 12, hideOverlap: true },
        splitLine: { lineStyle: { color: token("line") } },
        ...more,
    });
    const share = (name, more) => axis(name, { type: "value", min: 0, axisLabel: { color: token("ink-2"), fontSize: 12, formatter: percent }, ...more });

    // An interval as a thin line with ends, drawn over its point.
    const whiskers = (data, yAxisIndex) => ({
        type: "custom",
        silent: true,
        z: 4,
        yAxisIndex,
        tooltip: { show: false },
        data,
        renderItem: (params, api) => {
            const top = api.coord([api.value(0), api.value(2)]);
            const bottom = api.coord([api.value(0), api.value(1)]);
            const line = (x1, y1, x2, y2) => ({
                type: "line",
                shape: { x1, y1, x2, y2 },
                style: { stroke: token("ink"), lineWidth: 1.25 },
            });
            const half = 3.5;
            return {
                type: "group",
                children: [
                    line(top[0], top[1], bottom[0], bottom[1]),
                    line(top[0] - half, top[1], top[0] + half, top[1]),
                    line(bottom[0] - half, bottom[1], bottom[0] + half, bottom[1]),
                ],
            };
        },
    });

    // Labels at even steps, the first and the last always: these two are drawn inwards, so a step holds one label and a half.
    const spaced = (labels, width) => {
        const last = labels.length - 1;
        const widest = 7 * Math.max(...labels.map((label) => label.length));
        const step = Math.max(1, Math.ceil((last * (1.5 * widest + 8)) / Math.max(1, width - 120)));
        return (index) => index === last || (index % step === 0 && last - index >= step);
    };

    const options = {
        // Money along points such as days or months: the head of each column says how its figures are drawn.
        plan: (box) => {
            const columns = [...document.querySelectorAll("#" + box.id + "-figures thead th")]
                .map((head, index) => ({ ...head.dataset, index, name: head.textContent.trim() }))
                .filter((column) => column.series);
            const right = box.dataset.right;
            const bars = columns.some((column) => column.series === "bar");
            const ends = bars && rows(box.id).length < 9 ? {} : { alignMinLabel: "left", alignMaxLabel: "right" };
            const legendLines = Math.ceil(columns.length / Math.max(1, Math.floor(box.clientWidth / 200)));
            const labels = rows(box.id).map((row) => row[0].textContent.trim());
            const money = (value) => (value === null || value === undefined ? "–" : value.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
            const shortName = (align) => ({ color: token("ink-2"), fontSize: 12, align });
            const series = (column) => ({
                name: column.name,
                type: column.series === "bar" ? "bar" : "line",
                yAxisIndex: Number(column.axis || 0),
                showSymbol: false,
                barMaxWidth: 28,
                data: rows(box.id).map((row) => number(row[column.index].dataset.value)),
                itemStyle: { color: token(column.color), opacity: column.series === "bar" ? 0.55 : 1 },
                lineStyle: { color: token(column.color), width: 2, type: column.dashed ? "dashed" : "solid" },
                areaStyle: column.series === "area" ? { color: token(column.color), opacity: 0.12 } : undefined,
            });
            return {
                ...base(),
                tooltip: { ...base().tooltip, valueFormatter: money },
                legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, itemGap: 14, textStyle: { color: token("ink-2"), fontSize: 12 } },
                grid: { left: 8, right: 8, top: 36 + 22 * legendLines, bottom: 8, containLabel: true },
                xAxis: axis("", {
                    type: "category",
                    boundaryGap: bars,
                    data: labels,
                    axisLabel: { color: token("ink-2"), fontSize: 12, interval: spaced(labels, box.clientWidth), ...ends },
                }),
                yAxis: [
                    axis(box.dataset.left, { type: "value", min: 0, nameTextStyle: shortName("left") }),
                    ...(right ? [axis(right, { type: "value", min: 0, splitLine: { show: false }, nameTextStyle: shortName("right") })] : []),
                ],
                series: columns.map(series),
            };
        },
        bands: (box) => {
            const cells = rows(box.id);
            const names = heads(box.id);
            const column = (index) => cells.map((row) => number(row[index].dataset.value));
            const bar = (index, color) => ({
                name: names[index],
                type: "bar",
                stack: "decisions",
                barMaxWidth: 44,
                data: column(index),
                itemStyle: { color },
            });
            const intervals = cells
                .map((row, index) => [index, number(row[6].dataset.low), number(row[6].dataset.high)])
                .filter((interval) => interval[1] !== null);
            return {
                ...base(),
                legend: {
                    top: 0,
                    left: 0,
                    itemWidth: 12,
                    itemHeight: 10,
                    itemGap: 14,
                    textStyle: { color: token("ink-2"), fontSize: 12 },
                    data: [1, 2, 3, 5].map((index) => names[index]),
                },
                // A narrow legend takes two lines.
                grid: { left: 8, right: 8, top: box.clientWidth < 420 ? 78 : 56, bottom: 26, containLabel: true },
                xAxis: axis(box.dataset.below, {
                    type: "category",
                    data: cells.map((row) => row[0].textContent.trim()),
                    nameLocation: "middle",
                    nameGap: 30,
                }),
                yAxis: [
                    axis(box.dataset.left, { type: "value", minInterval: 1, nameTextStyle: { color: token("ink-2"), fontSize: 12, align: "left" } }),
                    share(box.dataset.right, { max: 1, splitLine: { show: false }, nameTextStyle: { color: token("ink-2"), fontSize: 12, align: "right" } }),
                ],
                series: [
                    bar(1, token("experience")),
                    bar(2, token("line-strong")),
                    bar(3, token("blue")),
                    {
                        name: names[5],
                        type: "line",
                        yAxisIndex: 1,
                        z: 5,
                        symbol: "circle",
                        symbolSize: 8,
                        data: column(5),
                        connectNulls: false,
                        lineStyle: { color: token("risk"), width: 2 },
                        itemStyle: { color: token("risk"), borderColor: token("surface"), borderWidth: 1 },
                        tooltip: { valueFormatter: (value) => (value === null || value === undefined ? "–" : percent(value)) },
                    },
                    whiskers(intervals, 1),
                ],
            };
        },
        roc: (box) => {
            const points = rows(box.id).map((row) => row.map((cell) => number(cell.dataset.value)));
            return {
                ...base(),
                tooltip: { ...base().tooltip, valueFormatter: percent, axisPointer: { label: { formatter: (at) => percent(at.value) } } },
                grid: { left: 8, right: 20, top: 32, bottom: 26, containLabel: true },
                xAxis: share(box.dataset.below, { max: 1, nameLocation: "middle", nameGap: 30 }),
                yAxis: share(box.dataset.left, { max: 1, nameTextStyle: { color: token("ink-2"), fontSize: 12, align: "left" } }),
                series: [
                    {
                        name: box.dataset.left,
                        type: "line",
                        step: "end",
                        showSymbol: false,
                        data: points,
                        lineStyle: { color: token("blue"), width: 2 },
                        itemStyle: { color: token("blue") },
                        areaStyle: { color: token("blue-soft") },
                    },
                    diagonal(1),
                ],
            };
        },
        calibration: (box) => {
            const cells = rows(box.id);
            const points = cells.map((row) => [number(row[0].dataset.value), number(row[1].dataset.value)]);
            const intervals = cells.map((row, index) => [points[index][0], number(row[2].dataset.low), number(row[2].dataset.high)]);
            const most = Math.ceil(10 * Math.max(...points.flat(), ...intervals.map((interval) => interval[2]))) / 10;
            return {
                ...base(),
                tooltip: { ...base().tooltip, trigger: "item", valueFormatter: percent, formatter: (at) => percent(at.value[0]) + " → " + percent(at.value[1]) },
                grid: { left: 8, right: 20, top: 32, bottom: 26, containLabel: true },
                xAxis: share(box.dataset.below, { max: most, nameLocation: "middle", nameGap: 30 }),
                yAxis: share(box.dataset.left, { max: most, nameTextStyle: { color: token("ink-2"), fontSize: 12, align: "left" } }),
                series: [
                    diagonal(most),
                    whiskers(intervals, 0),
                    { type: "scatter", z: 5, symbolSize: 10, data: points, itemStyle: { color: token("experience"), borderColor: token("surface"), borderWidth: 1 } },
                ],
            };
        },
    };

    function diagonal(most) {
        return {
            type: "line",
            silent: true,
            showSymbol: false,
            tooltip: { show: false },
            data: [[0, 0], [most, most]],
            lineStyle: { color: token("ink-3"), width: 1, type: "dashed" },
        };
    }

    // The library is large: it is fetched after the page is there, and only where a chart is.
    function fetchLibrary() {
        const script = document.createElement("script");
        script.src = "/webjars/echarts/echarts.min.js";
        script.addEventListener("load", draw);
        document.head.append(script);
    }

    function draw() {
        document.querySelectorAll("[data-chart]").forEach((box) => {
            if (!window.echarts || !document.getElementById(box.id + "-figures")) {
                return;
            }
            box.hidden = false;
            let chart = charts.get(box.id);
            if (!chart || chart.getDom() !== box) {
                chart = window.echarts.init(box, null, { renderer: "canvas" });
                charts.set(box.id, chart);
                new ResizeObserver(() => chart.resize()).observe(box);
            }
            chart.setOption(options[box.dataset.chart](box), { replaceMerge: ["series"] });
        });
        document.querySelectorAll("[data-needs-script]").forEach((tools) => {
            tools.hidden = false;
        });
    }

    function save(name, url) {
        const link = document.createElement("a");
        link.download = name;
        link.href = url;
        link.click();
    }

    function csv(id) {
        // A cell that begins as a formula does would be computed by a spreadsheet: an apostrophe before it keeps it a text.
        const safe = (text) => (/^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.,]+\s?%?$/.test(text) ? "'" + text : text);
        const quoted = (text) => '"' + safe(text.trim()).replaceAll('"', '""') + '"';
        const cell = (each) => quoted(each.dataset.value || (each.dataset.low ? each.dataset.low + " - " + each.dataset.high : each.textContent));
        const lines = [heads(id).map(quoted), ...rows(id).map((row) => row.map(cell))];
        const blob = new Blob(["\ufeff" + lines.map((line) => line.join(",")).join("\r\n") + "\r\n"], { type: "text/csv;charset=utf-8" });
        const url = URL.createObjectURL(blob);
        save(id + ".csv", url);
        setTimeout(() => URL.revokeObjectURL(url), 1000);
    }

    document.addEventListener("click", (event) => {
        const button = event.target.closest("[data-csv], [data-png]");
        if (!button) {
            return;
        }
        if (button.dataset.csv) {
            csv(button.dataset.csv);
        } else {
            const chart = charts.get(button.dataset.png);
            save(button.dataset.png + ".png", chart.getDataURL({ pixelRatio: 2, backgroundColor: token("surface") }));
        }
    });

    // The tables stand open for those without script; with a chart above them they fold, and stay as the reader leaves them.
    const open = new Set();
    const fold = () =>
        document.querySelectorAll(".chart-tools details").forEach((details) => {
            details.open = open.has(details.id);
        });
    document.addEventListener("DOMContentLoaded", () => {
        fetchLibrary();
        draw();
        fold();
    });
    document.addEventListener("htmx:beforeSwap", () => {
        open.clear();
        document.querySelectorAll(".chart-tools details[open]").forEach((details) => open.add(details.id));
    });
    document.addEventListener("htmx:afterSwap", () => {
        draw();
        fold();
    });
    dark.addEventListener("change", draw);
})();
