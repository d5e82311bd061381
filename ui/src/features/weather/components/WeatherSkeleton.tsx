/** The place that the weather will take: nothing jumps when it comes. */
export function WeatherSkeleton() {
  return (
    <>
      <p role="status" className="hidden-text">
        Loading the weather…
      </p>
      <div className="weather skeleton" aria-hidden="true">
        <div className="now skeleton-now">
          <span className="bone bone-title" />
          <span className="bone bone-line" />
          <span className="bone bone-temperature" />
          <span className="bone bone-line" />
        </div>
        <div className="card hours" />
        <div className="card days" />
        <div className="tiles">
          {TILES.map((tile) => (
            <div key={tile} className="card tile" />
          ))}
        </div>
      </div>
    </>
  );
}

const TILES = ['wind', 'rain', 'humidity', 'pressure', 'visibility', 'uv', 'sun', 'moon'];
