/** What each kind of `ping` prints, written after its manual and samples; six packets, of which the first two are not judged. */
export const outputs = {
  iputils: `PING 10.1.0.10 (10.1.0.10) 56(84) bytes of data.
64 bytes from 10.1.0.10: icmp_seq=2 ttl=61 time=90.5 ms
64 bytes from 10.1.0.10: icmp_seq=3 ttl=61 time=30.2 ms
64 bytes from 10.1.0.10: icmp_seq=4 ttl=61 time=30.4 ms
64 bytes from 10.1.0.10: icmp_seq=4 ttl=61 time=77.7 ms (DUP!)
From 10.1.0.1 icmp_seq=5 Destination Host Unreachable
64 bytes from 10.1.0.10: icmp_seq=6 ttl=61 time=31.2 ms

--- 10.1.0.10 ping statistics ---
6 packets transmitted, 4 received, +1 duplicates, +1 errors, 33.3333% packet loss, time 5007ms
rtt min/avg/max/mdev = 30.200/45.575/90.500/25.830 ms
`,
  iputilsSilent: `PING 10.1.0.10 (10.1.0.10) 56(84) bytes of data.

--- 10.1.0.10 ping statistics ---
6 packets transmitted, 0 received, 100% packet loss, time 5110ms

`,
  busybox: `PING 10.1.0.10 (10.1.0.10): 56 data bytes
64 bytes from 10.1.0.10: seq=0 ttl=61 time=88.123 ms
64 bytes from 10.1.0.10: seq=1 ttl=61 time=30.000 ms
64 bytes from 10.1.0.10: seq=2 ttl=61 time=30.000 ms
64 bytes from 10.1.0.10: seq=3 ttl=61 time=31.000 ms
64 bytes from 10.1.0.10: seq=4 ttl=61 time=32.000 ms
64 bytes from 10.1.0.10: seq=5 ttl=61 time=33.000 ms

--- 10.1.0.10 ping statistics ---
6 packets transmitted, 6 packets received, 0% packet loss
round-trip min/avg/max = 30.000/40.687/88.123 ms
`,
  macos: `PING 10.1.0.10 (10.1.0.10): 56 data bytes
Request timeout for icmp_seq 0
Request timeout for icmp_seq 1
64 bytes from 10.1.0.10: icmp_seq=2 ttl=61 time=30.500 ms
Request timeout for icmp_seq 3
64 bytes from 10.1.0.10: icmp_seq=4 ttl=61 time=31.500 ms
92 bytes from 10.1.0.1: Destination Host Unreachable

--- 10.1.0.10 ping statistics ---
6 packets transmitted, 2 packets received, 66.7% packet loss
round-trip min/avg/max/stddev = 30.500/31.000/31.500/0.500 ms
`,
  windows: [
    "",
    "Pinging 10.1.0.10 with 32 bytes of data:",
    "Request timed out.",
    "Reply from 10.1.0.10: bytes=32 time=80ms TTL=61",
    "Reply from 10.1.0.10: bytes=32 time=30ms TTL=61",
    "Reply from 10.1.0.10: bytes=32 time<1ms TTL=61",
    "Reply from 10.1.0.1: Destination host unreachable.",
    "Reply from 10.1.0.10: bytes=32 time=32ms TTL=61",
    "",
    "Ping statistics for 10.1.0.10:",
    "    Packets: Sent = 6, Received = 5, Lost = 1 (16% loss),",
    "Approximate round trip times in milli-seconds:",
    "    Minimum = 0ms, Maximum = 80ms, Average = 35ms",
    "",
  ].join("\r\n"),
  windowsGerman: [
    "",
    "Ping wird ausgeführt für 10.1.0.10 mit 32 Bytes Daten:",
    "Antwort von 10.1.0.10: Bytes=32 Zeit=31ms TTL=61",
    "Antwort von 10.1.0.10: Bytes=32 Zeit=31ms TTL=61",
    "Antwort von 10.1.0.10: Bytes=32 Zeit=40ms TTL=61",
    "Zeitüberschreitung der Anforderung.",
    "Antwort von 10.1.0.10: Bytes=32 Zeit=50ms TTL=61",
    "Antwort von 10.1.0.10: Die Gültigkeitsdauer wurde bei der Übertragung überschritten.",
    "",
    "Ping-Statistik für 10.1.0.10:",
    "    Pakete: Gesendet = 6, Empfangen = 5, Verloren = 1",
    "    (16% Verlust),",
    "",
  ].join("\r\n"),
};
