// Read from a disk, an address of a folder does not open the page in it: lead links and forms there.
if (location.protocol === "file:") {
  const whole = (address) => address.replace(/\/(?=$|[?#])/, "/index.html")
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest("a[href]")
      if (link && link.protocol === "file:") link.href = whole(link.href)
    },
    true,
  )
  document.addEventListener("submit", (event) => (event.target.action = whole(event.target.action)), true)
}
