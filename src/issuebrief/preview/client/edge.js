// Whether a list goes on below what is seen of it.
// In:  a list that scrolls.
// Out: its `data-more`, by which it fades at its lower edge.

const LEAST = 4; // CSS px

export function edge(list) {
  const tell = () => {
    list.dataset.more = String(list.scrollHeight - list.clientHeight - list.scrollTop > LEAST);
  };
  list.addEventListener("scroll", tell, { passive: true });
  new ResizeObserver(tell).observe(list);
  new MutationObserver(tell).observe(list, { childList: true });
}
