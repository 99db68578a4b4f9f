// Runs the power iteration: slowly at first, so that each step can be seen, then faster.

const FIRST_WAIT = 400;
const LEAST_WAIT = 60;

/**
 * @param {object} on
 * @param {() => boolean} on.step  take a step; is there another to take?
 * @param {() => void} on.changed  the run has begun or ended
 */
export function webRun({ step, changed }) {
  let timer = 0;
  const tick = (/** @type {number} */ wait) => {
    if (step()) timer = window.setTimeout(tick, wait, Math.max(LEAST_WAIT, wait * 0.9));
    else stop();
  };
  const stop = () => {
    clearTimeout(timer);
    timer = 0;
    changed();
  };
  return {
    isRunning: () => timer !== 0,
    start: () => {
      tick(FIRST_WAIT);
      changed();
    },
    stop,
  };
}
